namespace VideoOS.Platform.Messaging;

public static class MessageId
{
    public static class System
    {
        public static readonly string ModeChangeCommand = "System.ModeChangeCommand";
        public static readonly string ModeChangedIndication = "System.ModeChangedIndication";
        public static readonly string SystemConfigurationChangedIndication = "System.SystemConfigurationChangedIndication";
        public static readonly string LocalConfigurationChangedIndication = "System.LocalConfigurationChangedIndication";
    }

    public static class SmartClient
    {
        public const string SmartClientMessageCommand = "SmartClient.SmartClientMessageCommand";
        public const string PlaybackCommand = "SmartClient.PlaybackCommand";
        public const string PlaybackCurrentTimeIndication = "SmartClient.PlaybackCurrentTimeIndication";
        public const string GetCurrentPlaybackTimeRequest = "SmartClient.GetCurrentPlaybackTimeRequest";
        public const string ChangeModeCommand = "SmartClient.ChangeModeCommand";
        public const string ThemeChangedIndication = "SmartClient.ThemeChangedIndication";
    }

    public static class Server
    {
        public const string ConfigurationChangedIndication = "Server.ConfigurationChangedIndication";
    }

    public static class Control
    {
        public const string PTZMoveStartCommand = "Control.PTZMoveStartCommand";
        public const string PTZMoveStopCommand = "Control.PTZMoveStopCommand";
        public const string PTZMoveAbsoluteCommand = "Control.PTZMoveAbsoluteCommand";
        public const string PTZGetAbsoluteRequest = "Control.PTZGetAbsoluteRequest";
        public const string TriggerCommand = "Control.TriggerCommand";
        public const string StartRecordingCommand = "Control.StartRecordingCommand";
        public const string StopRecordingCommand = "Control.StopRecordingCommand";
    }
}

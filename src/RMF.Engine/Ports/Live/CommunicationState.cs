namespace RMF.Engine.Ports;

/// <summary>Whether a site reaches a device.</summary>
public enum CommunicationState
{
    /// <summary>Communication has started.</summary>
    Up,

    /// <summary>Communication was stopped in order, such as by disabling the device.</summary>
    Stopped,

    /// <summary>Communication failed.</summary>
    Failed,
}

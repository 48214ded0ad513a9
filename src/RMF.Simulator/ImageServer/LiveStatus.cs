namespace RMF.Simulator.ImageServer;

/// <summary>Numbers of the messages beside live frames.</summary>
internal enum LiveStatus
{
    LiveFeedStarted = 1,
    CameraConnectionLost = 5,
}

namespace RMF.Core.Live;

/// <summary>What is known of one side's stream, judged by its frames. A server that says that it records and sends no frames is lost.</summary>
public enum SideStatus
{
    /// <summary>No frame yet, and nothing that speaks against it.</summary>
    Unknown,

    /// <summary>Frames come as they should.</summary>
    Healthy,

    /// <summary>The last frame is older than half the threshold.</summary>
    Suspect,

    /// <summary>The connection ended, or the last frame is older than the threshold.</summary>
    Lost,

    /// <summary>Frames come again after a loss, for less than the time that validation takes.</summary>
    Validating,
}

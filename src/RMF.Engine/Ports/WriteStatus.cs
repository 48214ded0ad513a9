namespace RMF.Engine.Ports;

/// <summary>What is known of a write after it was sent.</summary>
public enum WriteStatus
{
    /// <summary>The server confirmed it.</summary>
    Confirmed,

    /// <summary>The server refused it; nothing changed.</summary>
    Failed,

    /// <summary>The answer was lost: it may or may not have happened. Read back, never send again blindly.</summary>
    Unknown,

    /// <summary>It cannot be done on this server or device; nothing was sent.</summary>
    Unsupported,
}

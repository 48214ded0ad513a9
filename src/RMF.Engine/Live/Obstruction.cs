namespace RMF.Engine.Live;

/// <summary>What a drill does to a stream, on this host's own end.</summary>
public enum Obstruction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>As if the connection had broken.</summary>
    Cut,

    /// <summary>As if the server had gone silent: frames are dropped unseen.</summary>
    Silence,
}

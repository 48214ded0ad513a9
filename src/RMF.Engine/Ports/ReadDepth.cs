namespace RMF.Engine.Ports;

/// <summary>How much of a site is read.</summary>
public enum ReadDepth
{
    /// <summary>Bulk kinds, and every per-item part (streams, settings, motion, driver settings). The default for plan, test and repair.</summary>
    Full,

    /// <summary>Bulk kinds, the per-item parts of what changed since the last reading, and the oldest part by rotation. The rest is unknown.</summary>
    Fast,
}

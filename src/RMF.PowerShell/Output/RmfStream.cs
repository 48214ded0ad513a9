namespace RMF.PowerShell;

/// <summary>One stream of a camera on one side: what the device offers, and what that side uses it for.</summary>
public sealed class RmfStream
{
    /// <summary>The camera's name on the primary side; on the secondary where it is there alone.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The camera's id on this side.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>The driver's name of the stream: the same on both sides.</summary>
    public string Stream { get; internal init; } = "";

    /// <summary>The name that it has on this side; empty while it is not in use.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>False: the device offers it and this side does not use it.</summary>
    public bool InUse { get; internal init; }

    /// <summary>Shown live where nobody asks for another one.</summary>
    public bool LiveDefault { get; internal init; }

    /// <summary>Played where nobody asks for another one.</summary>
    public bool PlaybackDefault { get; internal init; }

    /// <summary>XProtect's recording track: Primary, Secondary or None. Nothing to do with the side.</summary>
    public string Record { get; internal init; } = "";

    /// <summary>Always, Never or WhenNeeded.</summary>
    public string LiveMode { get; internal init; } = "";

    /// <summary>Codec, resolution and frames per second, as far as the device's settings say.</summary>
    public string Format { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Stream} ({Side})";
}

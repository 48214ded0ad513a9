namespace RMF.PowerShell;

/// <summary>One picture of a camera, and the side that gave it.</summary>
public sealed class RmfSnapshot
{
    /// <summary>The camera's name.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>When it was taken, by the recording server's clock.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>Why this side: Preferred, PreferredOffline, PreferredUnknown, PreferredGap or Asked.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>The JPEG file.</summary>
    public byte[] Bytes { get; internal init; } = [];

    /// <summary>Where it was written; empty without -Path.</summary>
    public string Path { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {1:yyyy-MM-dd HH:mm:ss.fff} ({2})", Camera, Time, Side);
}

namespace RMF.PowerShell;

/// <summary>Something wrong with an export.</summary>
public sealed class RmfExportFault
{
    /// <summary>The file's name.</summary>
    public string File { get; internal init; } = "";

    /// <summary>Missing, Truncated, Changed, Extra, Unreadable, ManifestMissing, ManifestChanged or ManifestUnknown.</summary>
    public string Fault { get; internal init; } = "";

    /// <summary>With its numbers.</summary>
    public string Detail { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Fault}";
}

namespace RMF.PowerShell;

/// <summary>Whether an export is as it was made.</summary>
public sealed class RmfExportCheck
{
    /// <summary>The manifest.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The manifest and all files are as they were written.</summary>
    public bool Intact { get; internal init; }

    /// <summary>The camera; empty where the manifest cannot be believed.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The begin of what was asked for.</summary>
    public DateTime? From { get; internal init; }

    /// <summary>The end of what was asked for.</summary>
    public DateTime? To { get; internal init; }

    /// <summary>Whether the export had no hole when it was made.</summary>
    public bool? Whole { get; internal init; }

    /// <summary>Files that the manifest names.</summary>
    public int Files { get; internal init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RmfExportFault> Fault { get; internal init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {(Intact ? "intact" : string.Join("; ", Fault))}";
}

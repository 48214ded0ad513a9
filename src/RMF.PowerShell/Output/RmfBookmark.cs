namespace RMF.PowerShell;

/// <summary>A bookmark, on both sides or on one.</summary>
public sealed class RmfBookmark
{
    /// <summary>The camera, by the name that both sides go by.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>What both sides' bookmarks have in common.</summary>
    public string Reference { get; internal init; } = "";

    /// <summary>For people.</summary>
    public string Header { get; internal init; } = "";

    /// <summary>For people.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>When it begins.</summary>
    public DateTime Begin { get; internal init; }

    /// <summary>What it is about.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>When it ends.</summary>
    public DateTime End { get; internal init; }

    /// <summary>The sides that hold it: Primary, Secondary.</summary>
    public string[] Side { get; internal init; } = [];

    /// <summary>Sides that answer and do not hold it.</summary>
    public string[] MissingSide { get; internal init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Header} ({Reference})";
}

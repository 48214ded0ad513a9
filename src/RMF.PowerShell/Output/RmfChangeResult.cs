namespace RMF.PowerShell;

/// <summary>What became of one change.</summary>
public sealed class RmfChangeResult
{
    /// <summary>When it ended.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>The site that was written to.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>XProtect's word for the object.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>The object's name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Create, Update and so on.</summary>
    public string Action { get; internal init; } = "";

    /// <summary>Verified, Diverged, Unverifiable, Failed, Skipped or Unknown.</summary>
    public string Status { get; internal init; } = "";

    /// <summary>Why, where there is something to say.</summary>
    public string? Reason { get; internal init; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Where it stands.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>The values it touched.</summary>
    public IReadOnlyList<RmfChangedProperty> Properties { get; internal init; } = [];
}

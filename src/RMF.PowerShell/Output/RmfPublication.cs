using RMF.Policy.Publishing;

namespace RMF.PowerShell;

/// <summary>The policy as one place keeps it: a site, or the local copy.</summary>
public sealed class RmfPublication
{
    /// <summary>Where it is kept: a site's name, or <c>local copy</c>.</summary>
    public string Source { get; internal set; } = "";

    /// <summary>The policy's name; empty where there is none.</summary>
    public string Policy { get; internal set; } = "";

    /// <summary>Counts up over all sites; the newest counts. 0 where there is none.</summary>
    public long Serial { get; internal set; }

    /// <summary>SHA-256 of the policy's content.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>When it was published; null where there is none.</summary>
    public DateTime? Published { get; internal set; }

    /// <summary>How long ago that is.</summary>
    public TimeSpan? Age { get; internal set; }

    /// <summary>Who published it.</summary>
    public string By { get; internal set; } = "";

    /// <summary>How many pairs of cameras were published with it.</summary>
    public int Pairs { get; internal set; }

    /// <summary>True for the one that clients go by: the newest valid one.</summary>
    public bool InForce { get; internal set; }

    /// <summary>Written, Unchanged or Failed after publishing; Current, Outdated, Missing, Invalid or Unreachable when it is read.</summary>
    public string Status { get; internal set; } = "";

    /// <summary>True when it says something else than the policy file.</summary>
    public bool Drift { get; internal set; }

    /// <summary>Why it is as it is; may be empty.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>The policy's text, without the comments of its file.</summary>
    public string Text { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Source}: {Policy} {Serial} ({Status})");

    internal static RmfPublication Of(string source, PublishedPolicy? policy, DateTimeOffset now) => new()
    {
        Source = source,
        Policy = policy?.Name ?? "",
        Serial = policy?.Serial ?? 0,
        Hash = policy?.Hash ?? "",
        Published = policy?.Published.LocalDateTime,
        Age = policy is null ? null : now - policy.Published,
        By = policy?.By ?? "",
        Pairs = policy?.Pairs.Count ?? 0,
        Text = policy?.Text ?? "",
    };
}

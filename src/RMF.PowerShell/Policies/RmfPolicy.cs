using RMF.Policy;

namespace RMF.PowerShell;

/// <summary>A valid policy and where it came from. Immutable.</summary>
public sealed class RmfPolicy
{
    private const string StateEnding = ".rmfstate.json";

    internal RmfPolicy(RedundancyPolicy model, string path, int warnings)
    {
        Model = model;
        Path = path;
        Warnings = warnings;
        Sites = [.. model.Sites.OrderBy(s => s.Value.Side).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => new PolicySite(s.Key, s.Value))];
        PrimaryRecorder = [.. model.Recorders.Primary.Select(r => r.ToString())];
        SecondaryRecorder = [.. model.Recorders.Secondary.Select(r => r.ToString())];
        var folder = Directory.Exists(path) ? path : System.IO.Path.GetDirectoryName(path) ?? "";
        StatePath = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, model.StatePath));
    }

    /// <summary>The policy's name.</summary>
    public string Name => Model.Name;

    /// <summary>The file or folder it was read from, in full.</summary>
    public string Path { get; }

    /// <summary>Which side overwrites which.</summary>
    public Direction Direction => Model.Direction == SyncDirection.Restore ? Direction.Restore : Direction.Backup;

    /// <summary>SingleSite, Federated or Independent.</summary>
    public string Architecture => Model.Architecture.ToString();

    /// <summary>Auto or Manual.</summary>
    public string Mode => Model.Mode.ToString();

    /// <summary>The sites, primaries first.</summary>
    public PolicySite[] Sites { get; }

    /// <summary>The primary recording servers.</summary>
    public string[] PrimaryRecorder { get; }

    /// <summary>The secondary recording servers.</summary>
    public string[] SecondaryRecorder { get; }

    /// <summary>The state file, in full.</summary>
    public string StatePath { get; }

    /// <summary>The folder of the journal, beside the state file: one file for each run.</summary>
    public string JournalPath => (StatePath.EndsWith(StateEnding, StringComparison.OrdinalIgnoreCase) ? StatePath.Substring(0, StatePath.Length - StateEnding.Length) : StatePath) + ".rmfjournal";

    /// <summary>The folder of what operators did, beside the state file: a log, and what a side lacks.</summary>
    public string OperatorPath => (StatePath.EndsWith(StateEnding, StringComparison.OrdinalIgnoreCase) ? StatePath.Substring(0, StatePath.Length - StateEnding.Length) : StatePath) + ".rmfoperator";

    /// <summary>The local copy of what was published, beside the state file.</summary>
    public string PublishedPath => (StatePath.EndsWith(StateEnding, StringComparison.OrdinalIgnoreCase) ? StatePath.Substring(0, StatePath.Length - StateEnding.Length) : StatePath) + ".rmfpublished";

    /// <summary>SHA-256 of the content; comments and layout do not change it.</summary>
    public string Hash => Model.PolicyHash;

    /// <summary>How many warnings reading it gave; Test-RmfPolicy shows them.</summary>
    public int Warnings { get; }

    internal RedundancyPolicy Model { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

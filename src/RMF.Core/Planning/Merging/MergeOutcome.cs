namespace RMF.Core.Planning.Merging;

/// <summary>What a three-way merge of one item found.</summary>
public sealed class MergeOutcome
{
    /// <summary>Values to write.</summary>
    public List<ChangedProperty> Updates { get; } = [];

    /// <summary>Values that both sides changed and the policy refuses to choose.</summary>
    public List<ChangedProperty> Conflicts { get; } = [];

    /// <summary>Values that the target cannot take.</summary>
    public List<ChangedProperty> Unsupported { get; } = [];

    public bool IsEmpty => Updates.Count == 0 && Conflicts.Count == 0 && Unsupported.Count == 0;
}

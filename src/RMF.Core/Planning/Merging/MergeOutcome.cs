using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>What a three-way merge of one item found.</summary>
public sealed class MergeOutcome
{
    /// <summary>Values to write.</summary>
    public List<ChangedProperty> Updates { get; } = [];

    /// <summary>Values that both sides changed and the policy refuses to choose.</summary>
    public List<ChangedProperty> Conflicts { get; } = [];

    /// <summary>Values that the target cannot take, or that RMF may not touch.</summary>
    public List<ChangedProperty> Unsupported { get; } = [];

    public bool IsEmpty => Updates.Count == 0 && Conflicts.Count == 0 && Unsupported.Count == 0;

    /// <summary>Files one difference under what its reason and the conflict rule make of it.</summary>
    internal void Add(in Leaf leaf, PropertyValue? before, PropertyValue? after, ChangeReason reason, PropertyValue? agreed, ConflictRule rule)
    {
        var property = new ChangedProperty(leaf.Path.Text, before, after, reason) { Base = agreed, IsSensitive = leaf.Descriptor.IsSensitive };
        if (reason != ChangeReason.ConflictRefused)
        {
            Updates.Add(property);
            return;
        }

        switch (rule)
        {
            case ConflictRule.SourceWins:
                Updates.Add(property with { Reason = ChangeReason.ConflictSourceWins });
                break;
            case ConflictRule.Refuse:
                Conflicts.Add(property with
                {
                    Detail = leaf.Descriptor.IsSensitive
                        ? "both sides changed it since they agreed"
                        : $"both sides changed it since they agreed on '{Show(agreed)}': the source holds '{Show(after)}', the target '{Show(before)}'",
                });
                break;
            case ConflictRule.TargetWins:
            default:
                break;
        }
    }

    internal void AddUnsupported(in Leaf leaf, PropertyValue? before, PropertyValue? after, ChangeReason reason, string detail)
        => Unsupported.Add(new ChangedProperty(leaf.Path.Text, before, after, reason) { IsSensitive = leaf.Descriptor.IsSensitive, Detail = detail });

    /// <summary>Makes all that would be written, and all that waits for a choice, something that a person mends by hand.</summary>
    internal void Report(string why)
    {
        Unsupported.AddRange(Updates.Concat(Conflicts).Select(p => p with { Reason = ChangeReason.NotSupportedByTarget, Detail = why }));
        Updates.Clear();
        Conflicts.Clear();
        Unsupported.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
    }

    private static string Show(PropertyValue? value) => value?.ToString() ?? "absent";
}

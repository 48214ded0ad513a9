using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Merges an entry of a keyed list that only one side has, as a whole: an entry is added, removed, in conflict or left alone with all its
/// members, never half. What both sides never agreed on is not removed: at first sight nothing is pruned, and an entry that stood on the
/// target alone then is left as it is from then on, in both directions (<see cref="SettledLists"/>). Pure.
/// </summary>
internal sealed class EntryMerge
{
    private readonly ConflictRule rule;
    private readonly Func<Leaf, MergePoint, PropertyValue?> whatToWrite;

    public EntryMerge(ConflictRule rule, Func<Leaf, MergePoint, PropertyValue?> whatToWrite)
    {
        this.rule = rule;
        this.whatToWrite = whatToWrite;
    }

    public static string NoCounterpart(in Leaf ours) => ours switch
    {
        { Descriptor.IsSensitive: true } => "the value has no counterpart on the target",
        { Descriptor.IsName: true } => $"'{ours.Raw}' does not fit the naming pattern, so that the other side's name cannot be told",
        _ => $"'{ours.Canonical ?? ours.Raw}' has no counterpart on the target",
    };

    public void OnSourceAlone(List<Leaf> ours, int start, int end, in MergePoint at)
    {
        var key = FindKey(ours, start, end);
        if (key is null && at.Target is not null)
        {
            // The switch that manages the list's entries is off: only members of entries that both sides have are compared.
            return;
        }

        var reason = at.Target is null ? ChangeReason.MissingOnTarget : WhyOnSource(ours, start, end, key!.Value, at.Remembered);
        if (reason == ChangeReason.NeverAgreed)
        {
            at.Outcome.AddUnsupported(key!.Value, null, key.Value.Raw, reason, "both sides never agreed on the entry, so it is left where it is; add it on the target by hand if it is wanted on both sides");
            return;
        }

        var values = new List<PropertyValue>();
        for (var i = start; i < end; i++)
        {
            if (whatToWrite(ours[i], at) is not { } value)
            {
                at.Outcome.AddUnsupported(ours[i], null, ours[i].Raw, ChangeReason.NoCounterpart, NoCounterpart(ours[i]));
                return;
            }

            values.Add(value);
        }

        for (var i = start; i < end; i++)
        {
            at.Outcome.Add(ours[i], null, values[i - start], reason, Agreed(at.Remembered, ours[i]), rule);
        }
    }

    public void OnTargetAlone(List<Leaf> theirs, int start, int end, in MergePoint at)
    {
        if (FindKey(theirs, start, end) is not { } key)
        {
            return;
        }

        var reason = WhyOnTarget(theirs, start, end, key, at.Remembered);
        if (reason == ChangeReason.NeverAgreed)
        {
            at.Outcome.AddUnsupported(key, key.Raw, null, reason, "the source has no such entry and both sides never agreed on it, so it is left as it is; remove it by hand if it is not wanted");
            return;
        }

        for (var i = start; i < end; i++)
        {
            at.Outcome.Add(theirs[i], theirs[i].Raw, null, reason, Agreed(at.Remembered, theirs[i]), rule);
        }
    }

    private static ChangeReason WhyOnSource(List<Leaf> ours, int start, int end, in Leaf key, PropertyBag? remembered)
    {
        if (Agreed(remembered, key) is null)
        {
            return SettledLists.Read(remembered, key.Path.Property) is not { } settled ? ChangeReason.FirstSight
                : settled.Left.Contains(key.Path.Key!, StringComparer.Ordinal) ? ChangeReason.NeverAgreed
                : ChangeReason.SourceChanged;
        }

        // The target removed it. If the source changed it meanwhile, both did something.
        return HasChanged(ours, start, end, remembered) ? ChangeReason.ConflictRefused : ChangeReason.TargetDrifted;
    }

    private static ChangeReason WhyOnTarget(List<Leaf> theirs, int start, int end, in Leaf key, PropertyBag? remembered)
    {
        if (remembered is null || key.Canonical is null)
        {
            return ChangeReason.NeverAgreed;
        }

        if (Agreed(remembered, key) is null)
        {
            return SettledLists.Read(remembered, key.Path.Property) is not { } settled
                || settled.Left.Contains(key.Path.Key!, StringComparer.Ordinal)
                || settled.Owed.Contains(key.Path.Key!, StringComparer.Ordinal)
                ? ChangeReason.NeverAgreed
                : ChangeReason.TargetDrifted;
        }

        return HasChanged(theirs, start, end, remembered) ? ChangeReason.ConflictRefused : ChangeReason.SourceChanged;
    }

    private static bool HasChanged(List<Leaf> leaves, int start, int end, PropertyBag? remembered)
    {
        for (var i = start; i < end; i++)
        {
            if (Agreed(remembered, leaves[i]) is { } agreed && !agreed.Equals(leaves[i].Canonical))
            {
                return true;
            }
        }

        return false;
    }

    private static PropertyValue? Agreed(PropertyBag? remembered, in Leaf leaf) => remembered?[leaf.Path.Text];

    private static Leaf? FindKey(List<Leaf> leaves, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (leaves[i].IsEntryKey)
            {
                return leaves[i];
            }
        }

        return null;
    }
}

using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Three-way merge per property: base = what both sides agreed on last, theirs = target now, ours = source now, all canonical.
/// ours = theirs: nothing. base = theirs: the source changed, update. base = ours: the target drifted, update. All differ: conflict.
/// No base: update, first sight. Entries of a keyed list that one side lacks are merged as a whole by <see cref="EntryMerge"/>. Pure.
/// </summary>
public sealed class PropertyMerge
{
    private readonly ReferenceTranslator references;
    private readonly PlanningOptions options;
    private readonly EntryMerge entries;
    private readonly PresetNames presets;

    public PropertyMerge(ReferenceTranslator references, PlanningOptions options)
    {
        this.references = references;
        this.options = options;
        presets = new PresetNames(references, options.Categories.Contains(SyncCategory.Presets));
        entries = new EntryMerge(options.Conflicts, WhatToWrite);
    }

    /// <param name="ours">The source's values, sorted by path.</param>
    /// <param name="theirs">The target's values, sorted by path.</param>
    /// <param name="remembered">Base values; null = none.</param>
    /// <param name="target">The target item, for its definitions; null for an item that does not exist yet.</param>
    /// <param name="targetRecorder">Where the target item hangs.</param>
    public MergeOutcome Merge(List<Leaf> ours, List<Leaf> theirs, PropertyBag? remembered, Item? target, ItemKey targetRecorder)
    {
        var outcome = new MergeOutcome();
        var at = new MergePoint(remembered, target, targetRecorder, outcome);
        int i = 0, j = 0;
        while (i < ours.Count || j < theirs.Count)
        {
            var order = i == ours.Count ? 1 : j == theirs.Count ? -1 : PropertyPath.Compare(ours[i].Path, theirs[j].Path);
            if (order == 0)
            {
                if (ours[i].Canonical is null || !ours[i].Canonical!.Equals(theirs[j].Canonical))
                {
                    Differs(ours[i], theirs[j].Raw, theirs[j].Canonical, at);
                }

                i++;
                j++;
            }
            else if (order < 0)
            {
                var end = EndOfLoneEntry(ours, i, theirs, j);
                if (end > i)
                {
                    entries.OnSourceAlone(ours, i, end, at);
                    i = end;
                }
                else if (ours[i].Descriptor.MayBeHeldByNone && at.Target is not null)
                {
                    ChosenOnSource(ours[i++], at);
                }
                else
                {
                    OnlyOnSource(ours[i++], at);
                }
            }
            else
            {
                // What the server owns and the source lacks is nobody's business; an entry that people make must be equal on both sides.
                var end = EndOfLoneEntry(theirs, j, ours, i);
                if (end > j)
                {
                    entries.OnTargetAlone(theirs, j, end, at);
                }
                else if (theirs[j].Descriptor.MayBeHeldByNone)
                {
                    ChosenOnTarget(theirs[j], at);
                }

                j = Math.Max(end, j + 1);
            }
        }

        return outcome;
    }

    /// <summary>
    /// The index after the entry that begins at <paramref name="start"/>, when people make such entries and the other side has none of that key;
    /// else <paramref name="start"/>. Leaves are sorted, so an entry's stand together and its twin's would stand next to <paramref name="other"/>.
    /// </summary>
    private static int EndOfLoneEntry(List<Leaf> leaves, int start, List<Leaf> others, int other)
    {
        var first = leaves[start];
        if (first.Path.Key is null
            || first.IsServerOwned
            || (other < others.Count && others[other].IsOfSameEntry(first))
            || (other > 0 && others[other - 1].IsOfSameEntry(first)))
        {
            return start;
        }

        var end = start + 1;
        while (end < leaves.Count && leaves[end].IsOfSameEntry(first))
        {
            end++;
        }

        return end;
    }

    private void OnlyOnSource(Leaf ours, in MergePoint at)
    {
        if (ours.IsReadOnly)
        {
            return;
        }

        if (at.Target is not null)
        {
            at.Outcome.AddUnsupported(ours, null, ours.Raw, ChangeReason.NotSupportedByTarget, $"the target's server or driver has no setting '{ours.Path.Text}'");
            return;
        }

        Differs(ours, null, null, at);
    }

    /// <summary>The target has the entry and chose none of the list's, which it tells by silence.</summary>
    private void ChosenOnSource(Leaf ours, in MergePoint at)
    {
        if (!Scalar.True.Equals(ours.Canonical))
        {
            return;
        }

        if (SettledChoices.WasLeft(at.Remembered, ours.Path) == true)
        {
            at.Outcome.AddUnsupported(ours, null, ours.Raw, ChangeReason.NeverAgreed, "the target chose none when the pair was first seen, so it is left so; choose it on the target by hand if it is wanted on both sides");
            return;
        }

        Differs(ours, null, Scalar.False, at);
    }

    /// <summary>The source has the entry and chose none: it stays, because no command takes such a choice away.</summary>
    private static void ChosenOnTarget(Leaf theirs, in MergePoint at)
    {
        if (!Scalar.True.Equals(theirs.Canonical))
        {
            return;
        }

        var reason = SettledChoices.WasLeft(at.Remembered, theirs.Path) == false ? ChangeReason.NotSupportedByTarget : ChangeReason.NeverAgreed;
        at.Outcome.AddUnsupported(theirs, theirs.Raw, null, reason, "the source chose none, and a choice cannot be taken away over the interface, so it is left as it is; take it away by hand if it is not wanted");
    }

    private void Differs(Leaf ours, PropertyValue? before, PropertyValue? theirs, in MergePoint at)
    {
        if (ours.IsReadOnly)
        {
            return;
        }

        if (WhatToWrite(ours, at) is not { } after)
        {
            at.Outcome.AddUnsupported(ours, before, ours.Raw, ChangeReason.NoCounterpart, EntryMerge.NoCounterpart(ours));
            return;
        }

        if (at.Target?.Definitions?.Find(ours.Path.Property + "." + ours.Path.Member) is { } definition && DefinitionCheck.WhyNot(definition, after) is { } whyNot)
        {
            at.Outcome.AddUnsupported(ours, before, after, ChangeReason.NotSupportedByTarget, ours.Descriptor.IsSensitive ? "the driver does not take the value" : whyNot);
            return;
        }

        if (at.Target is null)
        {
            at.Outcome.Add(ours, null, after, ChangeReason.MissingOnTarget, null, options.Conflicts);
            return;
        }

        PropertyValue? agreed = null;
        at.Remembered?.TryGet(ours.Path.Text, out agreed);
        at.Outcome.Add(ours, before, after, Decide(ours.Canonical, theirs, agreed), agreed, options.Conflicts);
    }

    /// <summary>Both sides have the value and differ. Without an agreed one: nothing is remembered, a property of a new release, or a switch that was turned on since.</summary>
    private static ChangeReason Decide(PropertyValue? ours, PropertyValue? theirs, PropertyValue? agreed)
        => agreed is null ? ChangeReason.FirstSight
            : agreed.Equals(theirs) ? ChangeReason.SourceChanged
            : agreed.Equals(ours) ? ChangeReason.TargetDrifted
            : ChangeReason.ConflictRefused;

    /// <summary>The source's value in the target's own spelling, or null when it has none.</summary>
    private PropertyValue? WhatToWrite(Leaf ours, MergePoint at)
    {
        var target = options.Direction.Target();
        if (ours.Raw is Reference)
        {
            var value = ours.Canonical is { } canonical ? references.ToSide(target, canonical, at.TargetRecorder, at.Target?.Key) : null;
            return value is NamedReference named && at.Target is not null && references.IsMissing(target, named, at.Target) ? null : value;
        }

        if (ours.Descriptor.NamesPresets && at.Target is not null && presets.IsMissing(target, at.Target, ours.Raw))
        {
            return null;
        }

        if (!ours.Descriptor.IsName || ours.Raw is not Scalar name)
        {
            return ours.Raw;
        }

        if (target == Side.Secondary)
        {
            return Scalar.Text(options.Naming.ToSecondary(name.Value));
        }

        return options.Naming.TryToPrimary(name.Value, out var primaryName) ? Scalar.Text(primaryName) : null;
    }
}

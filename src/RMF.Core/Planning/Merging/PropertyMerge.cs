using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Three-way merge per property: base = what both sides agreed on last, theirs = target now, ours = source now, all canonical.
/// ours = theirs: nothing. base = theirs: the source changed, update. base = ours: the target drifted, update. All differ: conflict.
/// No base: update, first sight. Pure.
/// </summary>
public sealed class PropertyMerge
{
    private readonly ReferenceTranslator references;
    private readonly PlanningOptions options;

    public PropertyMerge(ReferenceTranslator references, PlanningOptions options)
    {
        this.references = references;
        this.options = options;
    }

    /// <param name="ours">The source's values, sorted by path.</param>
    /// <param name="theirs">The target's values, sorted by path.</param>
    /// <param name="remembered">Base values; null = none.</param>
    /// <param name="target">The target item, for its definitions; null for an item that does not exist yet.</param>
    /// <param name="targetRecorder">Where the target item hangs.</param>
    public MergeOutcome Merge(List<Leaf> ours, List<Leaf> theirs, PropertyBag? remembered, Item? target, ItemKey targetRecorder)
    {
        var outcome = new MergeOutcome();
        int i = 0, j = 0;
        while (i < ours.Count || j < theirs.Count)
        {
            var order = i == ours.Count ? 1 : j == theirs.Count ? -1 : string.CompareOrdinal(ours[i].Path.Text, theirs[j].Path.Text);
            if (order == 0)
            {
                if (ours[i].Canonical is null || !ours[i].Canonical!.Equals(theirs[j].Canonical))
                {
                    Differs(ours[i], theirs[j].Raw, theirs[j].Canonical, remembered, target, targetRecorder, outcome);
                }

                i++;
                j++;
            }
            else if (order < 0)
            {
                OnlyOnSource(ours[i++], remembered, target, targetRecorder, outcome);
            }
            else
            {
                OnlyOnTarget(theirs[j++], remembered, outcome);
            }
        }

        return outcome;
    }

    private void OnlyOnSource(Leaf ours, PropertyBag? remembered, Item? target, ItemKey targetRecorder, MergeOutcome outcome)
    {
        if (target is not null && ours.IsServerOwned)
        {
            outcome.Unsupported.Add(new ChangedProperty(ours.Path.Text, null, ours.Raw, ChangeReason.NotSupportedByTarget)
            {
                Detail = $"the target's server or driver has no setting '{ours.Path.Text}'",
            });
            return;
        }

        Differs(ours, null, null, remembered, target, targetRecorder, outcome);
    }

    private void OnlyOnTarget(Leaf theirs, PropertyBag? remembered, MergeOutcome outcome)
    {
        // What the server owns and the source lacks is nobody's business; an entry that people make must be equal on both sides.
        if (!theirs.IsServerOwned)
        {
            var reason = Decide(null, theirs.Canonical, remembered, theirs.Path.Text, out var agreed);
            Record(theirs.Path.Text, theirs.Raw, null, reason, agreed, outcome);
        }
    }

    private void Differs(Leaf ours, PropertyValue? before, PropertyValue? theirs, PropertyBag? remembered, Item? target, ItemKey targetRecorder, MergeOutcome outcome)
    {
        var path = ours.Path.Text;
        if (WhatToWrite(ours, targetRecorder) is not { } after)
        {
            outcome.Unsupported.Add(new ChangedProperty(path, before, ours.Raw, ChangeReason.NoCounterpart)
            {
                Detail = $"'{ours.Raw}' has no counterpart on the target",
            });
            return;
        }

        if (target?.Definitions?.Find(DefinitionPath(ours.Path)) is { } definition && DefinitionCheck.WhyNot(definition, after) is { } whyNot)
        {
            outcome.Unsupported.Add(new ChangedProperty(path, before, after, ChangeReason.NotSupportedByTarget) { Detail = whyNot });
            return;
        }

        if (target is null)
        {
            outcome.Updates.Add(new ChangedProperty(path, null, after, ChangeReason.MissingOnTarget) { IsSensitive = ours.Descriptor.IsSensitive });
            return;
        }

        var reason = Decide(ours.Canonical, theirs, remembered, path, out var agreed);
        Record(path, before, after, reason, agreed, outcome);
    }

    private void Record(string path, PropertyValue? before, PropertyValue? after, ChangeReason reason, PropertyValue? agreed, MergeOutcome outcome)
    {
        if (reason != ChangeReason.ConflictRefused)
        {
            outcome.Updates.Add(new ChangedProperty(path, before, after, reason) { Base = agreed });
            return;
        }

        switch (options.Conflicts)
        {
            case ConflictRule.SourceWins:
                outcome.Updates.Add(new ChangedProperty(path, before, after, ChangeReason.ConflictSourceWins) { Base = agreed });
                break;
            case ConflictRule.Refuse:
                outcome.Conflicts.Add(new ChangedProperty(path, before, after, ChangeReason.ConflictRefused)
                {
                    Base = agreed,
                    Detail = $"both sides changed it since they agreed on '{agreed}': the source holds '{after}', the target '{before}'",
                });
                break;
            case ConflictRule.TargetWins:
            default:
                break;
        }
    }

    private static ChangeReason Decide(PropertyValue? ours, PropertyValue? theirs, PropertyBag? remembered, string path, out PropertyValue? agreed)
    {
        agreed = null;
        if (remembered is null)
        {
            return ChangeReason.FirstSight;
        }

        remembered.TryGet(path, out agreed);
        if (agreed is null && ours is not null && theirs is not null)
        {
            // Both have it and it was never agreed on: a property of a new release, or a switch that was turned on since.
            return ChangeReason.FirstSight;
        }

        if (Equals(agreed, theirs))
        {
            return ChangeReason.SourceChanged;
        }

        return Equals(agreed, ours) ? ChangeReason.TargetDrifted : ChangeReason.ConflictRefused;
    }

    /// <summary>The source's value in the target's own spelling, or null when it has none.</summary>
    private PropertyValue? WhatToWrite(Leaf ours, ItemKey targetRecorder)
    {
        var target = options.Direction.Target();
        if (ours.Raw is Reference)
        {
            return ours.Canonical is null ? null : references.ToSide(target, ours.Canonical, targetRecorder);
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

    private static string DefinitionPath(PropertyPath path) => path.Property + "." + path.Member;
}

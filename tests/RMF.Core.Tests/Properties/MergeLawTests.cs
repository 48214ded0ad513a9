using FsCheck;
using FsCheck.Fluent;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

/// <summary>The laws of the three-way merge, for values of every type in every spelling.</summary>
public sealed class MergeLawTests(ITestOutputHelper output)
{
    private static readonly SyncWorld World = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1"), r => r.Hardware("10.0.0.1"));
    private static readonly Item Target = World.Secondary.OfKind(ItemKind.Hardware)[0];

    [Fact]
    public void What_is_equal_is_never_a_change_whatever_was_agreed_on() => Hold((ours, _, agreed) =>
    {
        Assert.True(Merge(ours, ours, agreed).IsEmpty);
        Assert.True(Merge(ours, ours, null).IsEmpty);
    });

    [Fact]
    public void With_a_base_a_difference_is_a_change_of_the_source_drift_or_a_conflict_and_never_two_of_them() => Hold((ours, theirs, agreed) =>
    {
        var outcome = Merge(ours, theirs, agreed);
        if (ours.Canonical!.Equals(theirs.Canonical))
        {
            Assert.True(outcome.IsEmpty);
            return;
        }

        var expected = agreed.Canonical!.Equals(theirs.Canonical) ? ChangeReason.SourceChanged
            : agreed.Canonical.Equals(ours.Canonical) ? ChangeReason.TargetDrifted
            : ChangeReason.ConflictRefused;
        var found = Assert.Single(outcome.Updates.Concat(outcome.Conflicts));
        Assert.Empty(outcome.Unsupported);
        Assert.Equal(expected, found.Reason);
        Assert.Equal((theirs.Raw, ours.Raw, agreed.Canonical), (found.Before, found.After, found.Base));
    });

    [Fact]
    public void Without_a_base_a_difference_is_first_sight() => Hold((ours, theirs, _) =>
    {
        var updates = Merge(ours, theirs, null).Updates;
        Assert.Equal(ours.Canonical!.Equals(theirs.Canonical) ? [] : [ChangeReason.FirstSight], updates.Select(u => u.Reason));
    });

    [Fact]
    public void Who_is_source_turns_drift_into_a_change_and_leaves_conflicts_and_equality() => Hold((ours, theirs, agreed) =>
    {
        static ChangeReason? Reason(MergeOutcome outcome) => outcome.Updates.Concat(outcome.Conflicts).SingleOrDefault()?.Reason;
        var turned = Reason(Merge(theirs, ours, agreed));
        Assert.Equal(turned, Reason(Merge(ours, theirs, agreed)) switch
        {
            ChangeReason.SourceChanged => ChangeReason.TargetDrifted,
            ChangeReason.TargetDrifted => ChangeReason.SourceChanged,
            var other => other,
        });
    });

    private void Hold(Action<Leaf, Leaf, Leaf> law)
    {
        var seeds = Arb.From(Gen.Choose(0, int.MaxValue));
        Worlds.Check(500, output, Prop.ForAll(seeds, seed =>
        {
            var random = new Random(seed);
            var values = new RandomValues(random);
            var type = (PropertyType)random.Next((int)PropertyType.OpenGroup + 1);
            Leaf Next() => NewLeaf(type, values);
            law(Next(), Next(), Next());
        }));
    }

    private static Leaf NewLeaf(PropertyType type, RandomValues values)
    {
        var row = new PropertyDescriptor("x", type, SyncCategory.Hardware);
        var raw = values.Of(type);
        return new Leaf(new PropertyPath("x", null, null), row, raw, row.Normaliser.Apply(raw)) { IsServerOwned = true };
    }

    private static MergeOutcome Merge(Leaf ours, Leaf theirs, Leaf? agreed)
        => new PropertyMerge(World.Input().Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup)
            .Merge([ours], [theirs], agreed is { } value ? PropertyBag.Empty.With("x", value.Canonical!) : null, Target, Target.Parent!.Value);
}

using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>The three-way table: what becomes of one value, for every base, ours and theirs. "-" is absent, "none" is no base at all.</summary>
public sealed class PropertyMergeTests
{
    private static readonly SyncWorld World = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1"), r => r.Hardware("10.0.0.1"));
    private static readonly PlanningInput Input = World.Input();
    private static readonly Item Target = World.Secondary.OfKind(ItemKind.Hardware)[0];

    [Theory]
    [InlineData("none", "a", "a", "")]
    [InlineData("none", "a", "b", "Update FirstSight b->a")]
    [InlineData("none", "a", "-", "Unsupported NotSupportedByTarget -->a")]
    [InlineData("none", "-", "b", "")]
    [InlineData("-", "a", "a", "")]
    [InlineData("-", "a", "b", "Update FirstSight b->a")]
    [InlineData("-", "a", "-", "Unsupported NotSupportedByTarget -->a")]
    [InlineData("-", "-", "b", "")]
    [InlineData("a", "a", "a", "")]
    [InlineData("b", "a", "a", "")]
    [InlineData("a", "a", "b", "Update TargetDrifted b->a")]
    [InlineData("b", "a", "b", "Update SourceChanged b->a")]
    [InlineData("c", "a", "b", "Conflict ConflictRefused b->a")]
    [InlineData("a", "a", "-", "Unsupported NotSupportedByTarget -->a")]
    [InlineData("b", "-", "b", "")]
    public void A_property(string agreed, string ours, string theirs, string expected)
        => Assert.Equal(expected, Text(Merge(ConflictRule.Refuse, Base(agreed, "description"), Property(ours), Property(theirs))));

    [Theory]
    [InlineData(ConflictRule.Refuse, "Conflict ConflictRefused b->a")]
    [InlineData(ConflictRule.SourceWins, "Update ConflictSourceWins b->a")]
    [InlineData(ConflictRule.TargetWins, "")]
    public void A_conflict_is_the_policys_to_decide(ConflictRule rule, string expected)
        => Assert.Equal(expected, Text(Merge(rule, Base("c", "description"), Property("a"), Property("b"))));

    [Theory]
    [InlineData(ConflictRule.Refuse)]
    [InlineData(ConflictRule.SourceWins)]
    [InlineData(ConflictRule.TargetWins)]
    public void The_conflict_rule_touches_nothing_but_conflicts(ConflictRule rule)
    {
        Assert.Equal("Update SourceChanged b->a", Text(Merge(rule, Base("b", "description"), Property("a"), Property("b"))));
        Assert.Equal("Update TargetDrifted b->a", Text(Merge(rule, Base("a", "description"), Property("a"), Property("b"))));
        Assert.Equal("Update FirstSight b->a", Text(Merge(rule, null, Property("a"), Property("b"))));
        Assert.Equal(string.Empty, Text(Merge(rule, Base("c", "description"), Property("a"), Property("a"))));
    }

    // An entry has a key and one more member, "name". The base says what was agreed on of the entry; "settled" is a list that was compared and
    // did not have the entry, "left" one that stood on the target alone then, "owed" one that stood on the source alone.
    [Theory]
    [InlineData("none", "a", "-", "Update FirstSight")]
    [InlineData("none", "-", "b", "Unsupported NeverAgreed")]
    [InlineData("empty", "a", "-", "Update FirstSight")]
    [InlineData("empty", "-", "b", "Unsupported NeverAgreed")]
    [InlineData("settled", "a", "-", "Update SourceChanged")]
    [InlineData("settled", "-", "b", "Update TargetDrifted")]
    [InlineData("left", "a", "-", "Unsupported NeverAgreed")]
    [InlineData("left", "-", "b", "Unsupported NeverAgreed")]
    [InlineData("owed", "a", "-", "Update SourceChanged")]
    [InlineData("owed", "-", "b", "Unsupported NeverAgreed")]
    [InlineData("agreed a", "a", "-", "Update TargetDrifted")]
    [InlineData("agreed c", "a", "-", "Conflict ConflictRefused")]
    [InlineData("agreed b", "-", "b", "Update SourceChanged")]
    [InlineData("agreed c", "-", "b", "Conflict ConflictRefused")]
    public void An_entry_that_one_side_lacks_is_added_removed_or_left_as_a_whole(string agreed, string ours, string theirs, string expected)
    {
        var outcome = Merge(ConflictRule.Refuse, EntryBase(agreed), Entry(ours), Entry(theirs));
        var all = All(outcome).ToList();
        Assert.Equal([expected], all.Select(c => $"{c.What} {c.Property.Reason}").Distinct());
        if (expected.StartsWith("Unsupported", StringComparison.Ordinal))
        {
            Assert.Equal(["stream[V].streamReferenceId"], all.Select(c => c.Property.Path));
            return;
        }

        Assert.Equal(["stream[V].name", "stream[V].streamReferenceId"], all.Select(c => c.Property.Path));
        Assert.All(all, c => Assert.Equal(ours == "-", c.Property.After is null));
        Assert.All(all, c => Assert.Equal(theirs == "-", c.Property.Before is null));
    }

    [Theory]
    [InlineData(ConflictRule.SourceWins, "-", "b", "Update ConflictSourceWins")]
    [InlineData(ConflictRule.SourceWins, "a", "-", "Update ConflictSourceWins")]
    [InlineData(ConflictRule.TargetWins, "-", "b", "")]
    [InlineData(ConflictRule.TargetWins, "a", "-", "")]
    public void An_entry_in_conflict_follows_the_rule_as_a_whole(ConflictRule rule, string ours, string theirs, string expected)
        => Assert.Equal(expected, string.Join(' ', All(Merge(rule, EntryBase("agreed c"), Entry(ours), Entry(theirs))).Select(c => $"{c.What} {c.Property.Reason}").Distinct()));

    [Fact]
    public void A_member_that_one_sides_server_does_not_have_is_not_added_to_or_removed_from_an_entry()
    {
        var key = Leaf("stream", "V", "streamReferenceId", Scalar.Text("V")) with { IsEntryKey = true };
        List<Leaf> small = [key];
        List<Leaf> large = [Leaf("stream", "V", "name", Scalar.Text("x")), key];
        Assert.Equal(string.Empty, Text(Merge(ConflictRule.Refuse, EntryBase("agreed x"), small, large)));
        Assert.Equal(["stream[V].name"], Merge(ConflictRule.Refuse, EntryBase("agreed x"), large, small).Unsupported.Select(u => u.Path));
    }

    [Fact]
    public void Entries_whose_key_is_not_managed_are_neither_added_nor_removed()
    {
        List<Leaf> selection = [Leaf("stream", "V", "liveDefault", Scalar.True)];
        Assert.True(Merge(ConflictRule.Refuse, EntryBase("settled"), selection, []).IsEmpty);
        Assert.True(Merge(ConflictRule.Refuse, EntryBase("settled"), [], selection).IsEmpty);
    }

    [Fact]
    public void An_entry_with_a_reference_that_cannot_be_told_is_reported_and_not_half_written()
    {
        var lost = new Reference(new ItemKey("a", ItemKind.DeviceStream, "lost"));
        var row = KindTable.Of(ItemKind.Streams).Properties[0].Members.Single(m => m.Name == "streamReferenceId");
        List<Leaf> ours =
        [
            Leaf("stream", "lost", "name", Scalar.Text("x")),
            new Leaf(new PropertyPath("stream", "lost", "streamReferenceId"), row, lost, null) { IsEntryKey = true },
        ];
        var outcome = Merge(ConflictRule.Refuse, null, ours, []);
        Assert.Empty(outcome.Updates);
        Assert.Equal(ChangeReason.NoCounterpart, Assert.Single(outcome.Unsupported).Reason);
        Assert.Equal(ChangeReason.NeverAgreed, Assert.Single(Merge(ConflictRule.Refuse, EntryBase("settled"), [], ours).Unsupported).Reason);
    }

    [Fact]
    public void A_new_item_takes_every_value_of_the_source()
    {
        var merge = new PropertyMerge(Input.Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup);
        var outcome = merge.Merge([.. Property("a"), .. Entry("b")], [], null, null, Target.Parent!.Value);
        Assert.Equal(["description", "stream[V].name", "stream[V].streamReferenceId"], outcome.Updates.Select(u => u.Path));
        Assert.All(outcome.Updates, u => Assert.Equal(ChangeReason.MissingOnTarget, u.Reason));
    }

    [Fact]
    public void What_the_target_does_not_take_is_not_planned_and_an_equal_value_is_no_matter()
    {
        var definitions = new DefinitionSet([new("ptz.speed", new SettingDefinition("speed", CanSet: true, "Int", [], 1, 5))]);
        var merge = new PropertyMerge(Input.Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup);
        var nine = Leaf("ptz", null, "speed", Scalar.Number(9)) with { IsServerOwned = true };
        var two = Leaf("ptz", null, "speed", Scalar.Number(2)) with { IsServerOwned = true };
        var target = Target with { Definitions = definitions };
        var refused = Assert.Single(merge.Merge([nine], [two], null, target, Target.Parent!.Value).Unsupported);
        Assert.Equal("the driver takes 1 to 5 for 'speed', not 9", refused.Detail);
        Assert.Equal(Scalar.Number(2), refused.Before);
        Assert.True(merge.Merge([nine], [nine], null, target, Target.Parent!.Value).IsEmpty);
        Assert.Single(merge.Merge([two], [nine], null, target, Target.Parent!.Value).Updates);
    }

    [Fact]
    public void A_fact_of_the_sources_device_is_never_copied()
    {
        var ours = Property("a").ConvertAll(l => l with { IsReadOnly = true });
        Assert.True(Merge(ConflictRule.Refuse, null, ours, Property("b")).IsEmpty);
        Assert.True(Merge(ConflictRule.Refuse, null, ours, []).IsEmpty);
    }

    [Theory]
    [InlineData("c", "a", "b")]
    [InlineData("b", "a", "b")]
    [InlineData("none", "a", "b")]
    [InlineData("none", "a", "-")]
    public void A_secret_is_marked_and_stands_in_no_sentence(string agreed, string ours, string theirs)
    {
        const string Mark = "s3cret-";
        List<Leaf> Secret(string value) => Property(value == "-" ? value : Mark + value).ConvertAll(l => l with { Descriptor = l.Descriptor with { IsSensitive = true } });
        foreach (var rule in new[] { ConflictRule.Refuse, ConflictRule.SourceWins })
        {
            var outcome = Merge(rule, Base(agreed is "none" or "-" ? agreed : Mark + agreed, "description"), Secret(ours), Secret(theirs));
            var property = Assert.Single(All(outcome)).Property;
            Assert.True(property.IsSensitive);
            Assert.DoesNotContain(Mark, property.Detail ?? string.Empty, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_secret_that_the_driver_refuses_is_not_told()
    {
        var secret = new PropertyDescriptor("PIN", PropertyType.Text, SyncCategory.Hardware) { IsSensitive = true };
        var leaf = new Leaf(new PropertyPath("generalSettings", null, "PIN"), secret, Scalar.Text("4711"), Scalar.Text("4711"));
        var target = Target with { Definitions = new DefinitionSet([new("generalSettings.PIN", new SettingDefinition("PIN", CanSet: true, "Enum", ["0000"], null, null))]) };
        var merge = new PropertyMerge(Input.Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup);
        var refused = Assert.Single(merge.Merge([leaf], [leaf with { Raw = Scalar.Text("0000"), Canonical = Scalar.Text("0000") }], null, target, Target.Parent!.Value).Unsupported);
        Assert.Equal((ChangeReason.NotSupportedByTarget, "the driver does not take the value"), (refused.Reason, refused.Detail));
    }

    [Fact]
    public void A_member_that_only_the_sources_entry_has_is_said_whereever_it_stands()
    {
        // The entry stands on both sides; the lone member comes before, between and after the others.
        foreach (var lone in new[] { "a", "nb", "z" })
        {
            var ours = Entry("same").Append(Leaf("stream", "V", lone, Scalar.Text("x"))).OrderBy(l => l.Path.Member, StringComparer.Ordinal).ToList();
            Assert.Equal("Unsupported NotSupportedByTarget -->x", Text(Merge(ConflictRule.Refuse, null, ours, Entry("same"))));
            Assert.Equal(string.Empty, Text(Merge(ConflictRule.Refuse, null, Entry("same"), ours)));
        }
    }

    [Fact]
    public void An_entry_that_the_server_makes_is_said_value_by_value()
    {
        List<Leaf> ours = [Leaf("stream", "V", "FPS", Scalar.Text("25")) with { IsServerOwned = true }, Leaf("stream", "V", "codec", Scalar.Text("H.264")) with { IsServerOwned = true }];
        Assert.Equal("Unsupported NotSupportedByTarget -->25; Unsupported NotSupportedByTarget -->H.264", Text(Merge(ConflictRule.Refuse, null, ours, [])));
        Assert.Equal(string.Empty, Text(Merge(ConflictRule.Refuse, null, [], ours)));
    }

    private static MergeOutcome Merge(ConflictRule rule, PropertyBag? remembered, List<Leaf> ours, List<Leaf> theirs)
        => new PropertyMerge(Input.Translator(new Dictionary<ItemKey, string>()), SyncWorld.Backup with { Conflicts = rule }).Merge(ours, theirs, remembered, Target, Target.Parent!.Value);

    private static List<Leaf> Property(string value) => value == "-" ? [] : [Leaf("description", null, null, Scalar.Text(value)) with { IsServerOwned = true }];

    private static List<Leaf> Entry(string value)
        => value == "-" ? [] : [Leaf("stream", "V", "name", Scalar.Text(value)), Leaf("stream", "V", "streamReferenceId", Scalar.Text("V")) with { IsEntryKey = true }];

    private static Leaf Leaf(string property, string? key, string? member, PropertyValue value)
        => new(new PropertyPath(property, key, member), new PropertyDescriptor(member ?? property, PropertyType.Text, SyncCategory.Hardware), value, value);

    private static PropertyBag? Base(string value, string path)
        => value == "none" ? null : value == "-" ? PropertyBag.Empty : new PropertyBagBuilder().Set(path, value).Build();

    private static PropertyBag? EntryBase(string agreed)
    {
        static ListValue Keys(params string[] keys) => new([.. keys.Select(k => (PropertyValue)Scalar.Text(k))]);
        var builder = new PropertyBagBuilder();
        return agreed switch
        {
            "none" => null,
            "empty" => PropertyBag.Empty,
            "settled" => builder.Set("stream[]", new ListValue([Keys(), Keys()])).Build(),
            "left" => builder.Set("stream[]", new ListValue([Keys("V"), Keys()])).Build(),
            "owed" => builder.Set("stream[]", new ListValue([Keys(), Keys("V")])).Build(),
            _ => builder.Set("stream[]", new ListValue([Keys(), Keys()])).Set("stream[V].streamReferenceId", "V").Set("stream[V].name", agreed["agreed ".Length..]).Build(),
        };
    }

    private static IEnumerable<(string What, ChangedProperty Property)> All(MergeOutcome outcome)
        => outcome.Updates.Select(p => ("Update", p)).Concat(outcome.Conflicts.Select(p => ("Conflict", p))).Concat(outcome.Unsupported.Select(p => ("Unsupported", p)));

    private static string Text(MergeOutcome outcome)
        => string.Join("; ", All(outcome).Select(c => $"{c.What} {c.Property.Reason} {c.Property.Before?.ToString() ?? "-"}->{c.Property.After?.ToString() ?? "-"}"));
}

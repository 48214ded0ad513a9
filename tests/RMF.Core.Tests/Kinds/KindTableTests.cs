using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Tests.Kinds;

public sealed class KindTableTests
{
    [Fact]
    public void Every_kind_has_one_row()
        => Assert.Equal(Enum.GetValues<ItemKind>().Order(), KindTable.All.Select(k => k.Kind).Order());

    [Fact]
    public void Labels_are_unique_because_addresses_use_them()
        => Assert.Equal(KindTable.All.Count, KindTable.All.Select(k => k.Label).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Parts_are_paired_as_their_parent_is()
        => Assert.All(KindTable.All.SelectMany(k => k.Parts), part => Assert.Equal(PairingRule.AsParent, KindTable.Of(part).Pairing));

    [Fact]
    public void Property_names_hold_nothing_that_a_path_gives_a_meaning_to()
        => Assert.All(AllProperties(), p => Assert.DoesNotContain(p.Name, c => c is '.' or '[' or ']' or '\\' or '#'));

    [Fact]
    public void A_reference_says_what_it_points_at()
        => Assert.All(AllProperties().Where(p => p.Type == PropertyType.Reference), p => Assert.NotNull(p.Target));

    [Fact]
    public void A_keyed_list_has_a_key()
        => Assert.All(AllProperties().Where(p => p.Type == PropertyType.KeyedList), p => Assert.NotNull(p.ListKey));

    [Fact]
    public void What_people_enable_is_a_boolean()
        => Assert.All(AllProperties().Where(p => p.IsEnabling), p => Assert.Equal(PropertyType.Boolean, p.Type));

    [Fact]
    public void A_property_is_found_by_its_name()
    {
        Assert.Equal(PropertyType.Reference, KindTable.Of(ItemKind.Camera).Find("recordingStorage")!.Type);
        Assert.Null(KindTable.Of(ItemKind.Camera).Find("RecordingStorage"));
        Assert.Null(KindTable.Of(ItemKind.Camera).Find("channel"));
    }

    [Fact]
    public void An_open_member_is_compared_by_the_open_rule_and_its_groups_switch()
    {
        var open = KindTable.Of(ItemKind.Settings).Find("stream")!.Open("FPS");
        Assert.Equal("FPS", open.Name);
        Assert.Equal(SyncCategory.Streams, open.Category);
        Assert.Same(Normalisers.Open, open.Normaliser);
    }

    private static IEnumerable<PropertyDescriptor> AllProperties() => KindTable.All.SelectMany(k => k.Properties).SelectMany(p => p.Members.Prepend(p));
}

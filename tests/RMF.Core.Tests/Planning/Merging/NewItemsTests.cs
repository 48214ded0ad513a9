using RMF.Core.Inventory;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class NewItemsTests
{
    [Fact]
    public void Of_a_new_camera_every_list_that_people_make_counts_as_compared_and_empty()
    {
        var bases = NewItems.Bases(ItemKind.Camera);
        Assert.Equal(
            ["CameraPermissions roles[]", "ClientSettings related[]", "PatrollingProfiles patrollingProfiles[]", "PtzPresets ptzPresets[]", "Streams stream[]"],
            bases.SelectMany(b => b.Value.Select(p => $"{b.Key} {p.Key}")).Order(StringComparer.Ordinal));
        Assert.All(bases.Values.SelectMany(b => b), p => Assert.Equal("[[], []]", p.Value.ToString()));
    }

    [Fact]
    public void An_item_without_parts_has_its_own_lists()
        => Assert.Equal(["members[]"], NewItems.Bases(ItemKind.CameraGroup)[ItemKind.CameraGroup].Select(p => p.Key));

    [Fact]
    public void Where_the_server_makes_the_entries_nothing_is_settled() => Assert.DoesNotContain(ItemKind.Settings, NewItems.Bases(ItemKind.Settings).Keys);
}

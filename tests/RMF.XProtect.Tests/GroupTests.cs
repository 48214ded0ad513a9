using RMF.Core.Inventory;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class GroupTests
{
    private static string Id(int n) => $"44444444-0000-4000-8000-{n:d12}";

    private static string Group(int n, string name, string more) => $$"""{"displayName":"{{name}}","id":"{{Id(n)}}","name":"{{name}}","description":"","builtIn":false{{more}},"relations":{"self":{"type":"cameraGroups","id":"{{Id(n)}}"} } }""";

    private static string Cameras(params int[] numbers) => ",\"cameras\":[" + string.Join(",", numbers.Select(n => Shapes.CameraJson(n))) + "]";

    [Fact]
    public async Task Groups_in_groups_become_items_with_path_parent_and_members()
    {
        var quay = Group(2, "Quay 1", Cameras(1, 2) + ",\"cameraGroups\":[]");
        var wire = Shapes.Site(3).Collection("cameraGroups", Group(1, "Harbour", Cameras(3) + ",\"cameraGroups\":[" + quay + "]"), Group(3, "Empty", ",\"cameras\":[],\"cameraGroups\":[]"));
        using var site = await Connect.ToAsync(wire);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.CameraGroup);

        Assert.True(snapshot.IsComplete);
        Assert.Equal(["/Harbour", "/Harbour/Quay 1", "/Empty"], snapshot.Items.Select(i => i.Properties.TextOf("path")));
        var nested = snapshot.Find(Shapes.Key(ItemKind.CameraGroup, Id(2)))!;
        Assert.Equal(Shapes.Key(ItemKind.CameraGroup, Id(1)), nested.Parent);
        Assert.Equal(new ListValue([Member(1), Member(2)]), nested.Properties["members"]);
        Assert.Equal(ListValue.Empty, snapshot.Find(Shapes.Key(ItemKind.CameraGroup, Id(3)))!.Properties["members"]);
        Assert.Contains(wire.Calls, c => c.Target == "/api/rest/v1/cameraGroups?includeChildren=cameras,cameraGroups&page=0&size=500");
    }

    [Fact]
    public async Task What_an_answer_leaves_out_is_asked_for_group_by_group()
    {
        var wire = Shapes.Site(3)
            .Collection("cameraGroups", Group(1, "Harbour", string.Empty))
            .Collection($"cameraGroups/{Id(1)}/cameras", Shapes.CameraJson(3))
            .Collection($"cameraGroups/{Id(1)}/cameraGroups", Group(2, "Quay 1", string.Empty))
            .Collection($"cameraGroups/{Id(2)}/cameras", Shapes.CameraJson(1))
            .Collection($"cameraGroups/{Id(2)}/cameraGroups");
        using var site = await Connect.ToAsync(wire);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.CameraGroup);

        Assert.Equal(["/Harbour", "/Harbour/Quay 1"], snapshot.Items.Select(i => i.Properties.TextOf("path")));
        Assert.Equal(new ListValue([Member(1)]), snapshot.Items.Last().Properties["members"]);
    }

    [Fact]
    public async Task A_loop_of_groups_ends()
    {
        var wire = Shapes.Site(1)
            .Collection("cameraGroups", Group(1, "A", Cameras()))
            .Collection($"cameraGroups/{Id(1)}/cameraGroups", Group(2, "B", Cameras()))
            .Collection($"cameraGroups/{Id(2)}/cameraGroups", Group(1, "A", Cameras()));
        using var site = await Connect.ToAsync(wire);

        Assert.Equal(2, (await Connect.SnapshotAsync(site, ItemKind.CameraGroup)).Items.Count);
    }

    private static Reference Member(int n) => new(Shapes.Key(ItemKind.Camera, Shapes.CameraId(n)));
}

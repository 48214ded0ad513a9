using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Faults;

/// <summary>A group, role or view that the target has, and does not show once: it is not made a second time, and the run after it is right.</summary>
[Trait("Proof", "faults")]
public sealed class HiddenItemTests
{
    public static TheoryData<string, FaultKind, string> Hidings => new()
    {
        { "roles", FaultKind.EmptyList, "/roles" },
        { "roles", FaultKind.ErrorStatus, "/roles/*/users*" },
        { "roles", FaultKind.ErrorStatus, "/roles" },
        { "cameraGroups", FaultKind.EmptyList, "/cameraGroups" },
        { "cameraGroups", FaultKind.ErrorStatus, "/cameraGroups" },
        { "viewGroups", FaultKind.EmptyList, "/viewGroups" },
        { "views", FaultKind.EmptyList, "/views" },
    };

    [Theory]
    [MemberData(nameof(Hidings))]
    public async Task What_the_target_hides_is_not_made_again(string resource, FaultKind kind, string path)
        => await HideAsync(resource, kind, path, isKnown: true);

    [Theory]
    [MemberData(nameof(Hidings))]
    public async Task What_the_target_hides_at_first_sight_is_not_made_again(string resource, FaultKind kind, string path)
        => await HideAsync(resource, kind, path, isKnown: false);

    private static async Task HideAsync(string resource, FaultKind kind, string path, bool isKnown)
    {
        await using var duo = await Duo.StartAsync(Make(), d => Texts.TwoSites(d, "synchronize: { roles: { include: [ Guards ] }, views: { native: true } }"));
        if (isKnown)
        {
            await duo.SyncAsync();
        }

        var before = duo.Secondary.Data.List(resource).Count;
        var fault = duo.Secondary.Faults.Add(new Fault { Kind = kind, Status = 500, Method = "GET", Path = path, Count = isKnown ? null : 1 });
        var run = await duo.PlanAsync();
        Assert.True(fault.Struck > 0, "nothing was hidden");
        await duo.ApplyAsync(run);
        Assert.Equal(before, duo.Secondary.Data.List(resource).Count);

        duo.Secondary.Faults.Clear();
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(before, duo.Secondary.Data.List(resource).Count);
        Assert.True((await duo.PlanAsync()).Plan.IsEmpty);
    }

    /// <summary>Both sites have the same role, group, view group and view already.</summary>
    private static World Make()
    {
        var world = World.Generate(new WorldShape { Cameras = 3, RecordersPerSite = 1 });
        var sites = world.Sites.Select(s =>
        {
            var cameras = s.Recorders[0].Hardware.SelectMany(h => h.Cameras).Select(c => c.Name!).ToList();
            return s with
            {
                CameraGroups = [new WorldGroup { Name = "Field", Members = cameras }],
                Roles = [new WorldRole { Name = "Guards", Cameras = ["VIEW_LIVE"] }],
                ViewGroups = [new WorldViewGroup { Name = "Shared", Views = [new WorldView("Overview", cameras)] }],
            };
        });
        return new World(world.Name, sites, world.Seed);
    }
}

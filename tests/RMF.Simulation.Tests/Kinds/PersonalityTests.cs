using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>All kinds against each release: everything is made, a drift of each kind is found and repaired or named, and the next plan is empty.</summary>
[Trait("Proof", "kinds")]
public sealed class PersonalityTests
{
    private const string On = "synchronize: { hardware: { ptzPorts: true }, cameras: { streamSelection: true, fisheye: true, events: true, clientSettings: true, customProperties: true }, roles: true, views: { native: true } }";

    private static readonly string[] Since2025 = ["failoverSetting", "ptzEnabled"];

    public static TheoryData<Personality> Personalities => [.. Enum.GetValues<Personality>()];

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task Drift_of_every_kind_is_repaired_or_named_and_nothing_is_left(Personality personality)
    {
        await using var duo = await StartAsync(personality, personality);
        await InWantedStateAsync(duo, await duo.PlanAsync());
        var cases = KindCases.All.Where(c => c.Kind != ItemKind.CustomProperties && (personality >= Personality.V2025R1 || !Since2025.Contains(c.Path)))
            .GroupBy(c => c.Kind).Select(g => g.First(c => c.Property != "name").On(duo.Secondary)).ToList();
        cases.ForEach(c => c.Drift(duo.Secondary));
        DriftSiteItems(duo.Secondary);

        var run = await duo.PlanAsync();
        Assert.Equal(cases.Select(c => c.Kind).Concat(SiteItems).Order(), run.Plan.Changes.Select(c => c.Kind).Distinct().Order());
        Assert.All(run.Plan.Changes, c => Assert.Equal(cases.Exists(k => k.Kind == c.Kind && k.IsReportedOnly) ? ChangeAction.Unsupported : ChangeAction.Update, c.Action));
        await InWantedStateAsync(duo, run);
    }

    [Theory]
    [InlineData(Personality.V2023R2, Personality.Next)]
    [InlineData(Personality.Next, Personality.V2023R2)]
    public async Task Two_releases_are_kept_equal_in_all_that_both_have(Personality primary, Personality secondary)
    {
        await using var duo = await StartAsync(primary, secondary);
        await InWantedStateAsync(duo, await duo.PlanAsync());
        DriftSiteItems(duo.Secondary);
        await InWantedStateAsync(duo, await duo.PlanAsync());
    }

    /// <summary>What the interface cannot set, and what an older release does not have.</summary>
    private static bool IsNotOffered(ChangedProperty property)
        => property.Detail?.Contains("set it in the Management Client", StringComparison.Ordinal) == true
            || (Since2025.Contains(property.Path) && property.Detail?.Contains("has no setting", StringComparison.Ordinal) == true);

    private static readonly ItemKind[] SiteItems =
    [
        ItemKind.CameraGroup, ItemKind.Role, ItemKind.CameraPermissions, ItemKind.OutputPermissions, ItemKind.ViewGroup, ItemKind.ViewGroupPermissions, ItemKind.View,
    ];

    private static void DriftSiteItems(SimulatedSite site)
    {
        site.Data.RemoveMember("cameraGroups", "Halls", "cameras", site.Data.Find("cameras", "Hall")!.Id.ToString());
        site.Data.Set("roles", "Guards", "allowWebClientLogOn", value: false);
        site.Data.SetOverallPermission("Guards", "Cameras", "GENERIC_READ", "Allow");
        site.Data.SetPermission("Guards", "cameras", "Hall", "PTZ_MANUAL", held: true);
        site.Data.SetPermission("Guards", "outputs", "Hall output", "OUTPUT_ACTIVATE", held: true);
        site.Data.SetPermission("Guards", "viewGroups", "All", "GENERIC_READ", held: false);
        site.Data.Set("viewGroups", "All", "description", "changed by hand");
        site.Data.Set("views", "Halls", "shortcut", "7");
    }

    private static async Task<Duo> StartAsync(Personality primary, Personality secondary)
    {
        var world = KindWorld.Make();
        var guards = new WorldRole
        {
            Name = "Guards",
            Users = [new("ann", "S-1-5-21-1")],
            Cameras = ["VIEW_LIVE"],
            Others = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["viewGroups"] = ["GENERIC_READ"], ["microphones"] = ["VIEW_LIVE"] },
        };
        var sites = world.Sites.Select((s, i) => i > 0 ? s : s with
        {
            Roles = [guards],
            CameraGroups = [new WorldGroup { Name = "Halls", Members = ["Hall"] }],
            ViewGroups = [new WorldViewGroup { Name = "All", Views = [new("Halls", ["Hall", "Yard dome"])] }],
        });
        return await Duo.StartAsync(
            new World("releases", sites, world.Seed, models: world.Models),
            d => Texts.TwoSites(d, On),
            new DuoOptions { PersonalityOf = name => name == world.Sites[0].Name ? primary : secondary });
    }

    private static async Task InWantedStateAsync(Duo duo, PreparedRun run)
    {
        Assert.False(run.Plan.IsEmpty);
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.IsEmpty, Duo.Describe(again));
        Assert.Empty(again.Plan.Unknown);
        Assert.All(again.Plan.Changes.SelectMany(c => c.Properties), p => Assert.True(IsNotOffered(p), $"{p.Path}: {p.Detail}"));
    }
}

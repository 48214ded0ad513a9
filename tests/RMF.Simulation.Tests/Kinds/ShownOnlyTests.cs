using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>What XProtect shows and has no request to set: a difference is named, holds nothing up and is never written.</summary>
[Trait("Proof", "kinds")]
public sealed class ShownOnlyTests
{
    private const string On = "synchronize: { cameras: { clientSettings: true } }";

    [Fact]
    public async Task Devices_that_a_camera_is_related_to_are_translated_and_a_difference_is_named()
    {
        await using var duo = await StartAsync();
        Assert.Empty((await duo.PlanAsync()).Plan.Changes);

        duo.Secondary.Data.Set("clientSettings", CameraOf(duo.Secondary), "related", "");
        var run = await duo.PlanAsync();
        var change = Assert.Single(run.Plan.Changes);
        Assert.Equal((ItemKind.ClientSettings, ChangeAction.Unsupported, ChangeReason.NotSupportedByTarget), (change.Kind, change.Action, change.Reason));
        Assert.Equal(3, change.Properties.Count);
        Assert.All(change.Properties, p => Assert.Contains("set it in the Management Client", p.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_difference_holds_up_no_other_write_and_does_not_change_the_result()
    {
        await using var duo = await StartAsync();
        duo.Secondary.Data.Set("hardwareDriverSettings", duo.Secondary.Data.Find("hardware", "Yard")!.Id.ToString(), "hardwareDriverSettings.httpSPort", 8443L);
        duo.Primary.Data.Set("hardware", "Yard", "description", "At the back");
        duo.ClearRequests();
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal("At the back", duo.Secondary.Data.Get("hardware", "Yard", "description"));
        Assert.DoesNotContain(duo.Secondary.Requests.Writes(), w => w.Route.Contains("hardwareDriverSettings", StringComparison.Ordinal));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.IsEmpty, Duo.Describe(again));
        Assert.Equal(1, again.Plan.Summary.Unsupported);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_read()
    {
        await using var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d));
        await duo.SyncAsync();
        string[] costly = ["fisheyeLens", "hardwareDeviceEvents", "clientSettings", "customProperties", "hardwarePtzSettings"];
        Assert.DoesNotContain(duo.Primary.Requests.List().Concat(duo.Secondary.Requests.List()), r => costly.Any(c => r.Route.Contains(c, StringComparison.Ordinal)));
    }

    private static string CameraOf(SimulatedSite site) => site.Data.Find("cameras", "Hall")!.Id.ToString();

    private static async Task<Duo> StartAsync()
    {
        var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d, On));
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        return duo;
    }
}

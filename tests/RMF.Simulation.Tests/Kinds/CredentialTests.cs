using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>Which account a device is added with: the policy's where a selector fits, else the one that the source gives away.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("{ recorder: REC-N }", 0)]
    [InlineData("{ recorder: north/REC-N }", 0)]
    [InlineData("{ recorder: REC-X }", 2)]
    [InlineData("{ group: /Halls }", 1)]
    [InlineData("{ group: /Halls, recorder: REC-N }", 1)]
    [InlineData("{ model: \"AXIS Q*\" }", 1)]
    public async Task A_device_of_the_named_recorder_or_group_is_added_with_the_policys_account(string match, int readFromSource)
    {
        var world = KindWorld.Make();
        var sites = world.Sites.Select((s, i) => i > 0 ? s : s with { CameraGroups = [new WorldGroup { Name = "Halls", Members = ["Hall"] }] });
        await using var duo = await Duo.StartAsync(
            new World("accounts", sites, world.Seed, models: world.Models),
            d => Texts.TwoSites(d, $"hardwareCredentials: [ {{ match: {match}, user: root, password: {{ secret: cams }} }} ]"),
            new DuoOptions { Secrets = [("cams", "simulated")] });
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(readFromSource, duo.Primary.Requests.List().Count(r => r.Route.EndsWith("task=ReadPasswordHardware", StringComparison.Ordinal)));
    }
}

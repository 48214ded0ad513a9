using System.Globalization;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>
/// Ten primary recording servers on three secondaries. Devices are added, deleted, moved, replaced, given other addresses and set up otherwise at
/// random, several at once and sometimes the same one twice; one run makes the target equal, round after round.
/// </summary>
[Trait("Proof", "convergence")]
public sealed class ConvergenceTests(ITestOutputHelper output)
{
    private const int Primaries = 10;
    private const int Secondaries = 3;
    private const int Cameras = 1000;
    private const int Rounds = 50;
    private const string Lifecycle = "{ add: true, replace: true, move: true, delete: true }";
    private const string SwitchesOff = "{ cameras: { general: false, streams: false, motion: false, presets: false, patrolling: false, privacy: false }, microphones: false, speakers: false, metadata: false, inputs: false, outputs: false, groups: false }";

    /// <summary>A plan that must be empty is made every so many rounds; in each round the sites are compared from the inside.</summary>
    private const int PlanAgainEvery = 10;

    [Fact]
    public async Task Ten_primaries_on_three_secondaries_converge_in_one_run_each_of_fifty_rounds()
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        var chance = new Random((int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue));
        await using var lab = await LifecycleLab.StartAsync(LifecycleLab.Make(Primaries, Secondaries, Cameras, chance.Next()), new Column("backup", "M:N"), Policy);
        for (var round = 1; round <= Rounds; round++)
        {
            var edits = new List<string>();
            for (var i = chance.Next(1, 8); i > 0; i--)
            {
                edits.Add(await EditAsync(lab, chance));
            }

            var run = await lab.Duo.PlanAsync();
            Assert.True(run.Plan.Guards.Count == 0, $"round {round}, {string.Join(", ", edits)}: {string.Join(' ', run.Plan.Guards)}");
            lab.Duo.ClearRequests();
            var report = await lab.Duo.ApplyAsync(run);
            Assert.True(report.Result == RunResultCode.InWantedState, $"round {round}, {string.Join(", ", edits)}: {Duo.Describe(report)}");
            Assert.All(lab.Source.Requests.Writes(), w => Assert.Contains(w.Route, new[] { "POST /hardware/{id}?task=ReadPasswordHardware", "POST /tasks/{id}?task=TaskCleanup" }));
            AssertEqual(lab, $"round {round}, {string.Join(", ", edits)}");
            if (round % PlanAgainEvery == 0)
            {
                var again = await lab.Duo.PlanAsync();
                Assert.True(again.Plan.Changes.Count == 0, $"round {round}, again: {Duo.Describe(again)}");
            }
        }
    }

    /// <summary>What costs one request a camera is off: whole devices are what this is about.</summary>
    private static string Policy(Duo duo)
    {
        var primary = duo.Primary.Recorders.Select(r => r.Name).ToList();
        var secondary = duo.Secondary.Recorders.Select(r => r.Name).ToList();
        var links = primary.Select((name, i) => $"  - {{ primary: \"{name}\", secondary: \"{secondary[LifecycleLab.LinkIndex(i, Primaries, Secondaries)]}\", storage: {{ \"30 days local\": \"90 days DR\", \"7 days fast\": \"14 days DR\" }} }}");
        return $"""
            apiVersion: rmf/v1
            architecture: independent
            sites:
            {Texts.Site(duo.Primary, "primary")}
            {Texts.Site(duo.Secondary, "secondary")}
            recorders: {Texts.List(primary, secondary)}
            links:
            {string.Join('\n', links)}
            lifecycle: {Lifecycle}
            synchronize: {SwitchesOff}

            """;
    }

    private static async Task<string> EditAsync(LifecycleLab lab, Random chance)
    {
        var all = lab.Source.Data.List("hardware");
        var hardware = all[chance.Next(all.Count)];
        var address = Pairs.Text(lab.Source, "hardware", hardware.Id, "address");
        var recorder = lab.Source.Recorders.ToList().FindIndex(r => r.Name == lab.Source.Data.Find("recordingServers", hardware.ParentId!.Value.ToString())!.Name);
        switch (chance.Next(8))
        {
            case 0:
                lab.Add(recorder);
                return "add";
            case 1:
                lab.Delete(hardware);
                return "delete " + address;
            case 2 or 3:
                await lab.MoveAsync(hardware, (recorder + 1 + chance.Next(Primaries - 1)) % Primaries);
                return "move " + address;
            case 4:
                await lab.ReplaceAsync(hardware, otherModel: chance.Next(2) == 0);
                return "replace " + address;
            case 5:
                lab.Readdress(hardware);
                return "address " + address;
            case 6:
                var model = lab.Duo.World.Network.Find(new Uri(address))!.Model;
                lab.Delete(hardware);
                lab.Add(chance.Next(2) == 0 ? recorder : chance.Next(Primaries), new Uri(address), model);
                return "delete and add " + address;
            default:
                foreach (var camera in lab.Source.Data.List("cameras").Where(c => c.ParentId == hardware.Id))
                {
                    lab.Source.Data.Set("cameras", camera.Id.ToString(), "recordingFramerate", (double)chance.Next(1, 20));
                }

                return "set " + address;
        }
    }

    private static void AssertEqual(LifecycleLab lab, string when)
    {
        var (ours, theirs) = (lab.Devices(lab.Source), lab.Devices(lab.Target));
        Assert.True(ours.SequenceEqual(theirs, StringComparer.Ordinal), when + ": " + string.Join('\n', ours.Except(theirs, StringComparer.Ordinal).Concat(theirs.Except(ours, StringComparer.Ordinal))));
        Assert.Equal(CamerasOf(lab.Source), CamerasOf(lab.Target));
    }

    /// <summary>Of each camera its device, channel, values, and the storage, which must be the one that the links say and its own recorder's.</summary>
    private static List<string> CamerasOf(SimulatedSite site)
    {
        var hardware = site.Data.List("hardware").ToDictionary(h => h.Id);
        var storages = site.Data.List("storages").ToDictionary(s => s.Id.ToString());
        return [.. site.Data.List("cameras").Select(c =>
        {
            var storage = storages[Pairs.Text(site, "cameras", c.Id, "recordingStorage")];
            Assert.Equal(hardware[c.ParentId!.Value].ParentId, storage.ParentId);
            return string.Join(
                ' ',
                Pairs.Text(site, "hardware", c.ParentId!.Value, "address"),
                Pairs.Text(site, "cameras", c.Id, "channel"),
                Pairs.Text(site, "cameras", c.Id, "enabled"),
                Pairs.Text(site, "cameras", c.Id, "recordingFramerate"),
                storage.Name.Replace("90 days DR", "30 days local", StringComparison.Ordinal).Replace("14 days DR", "7 days fast", StringComparison.Ordinal));
        }).Order(StringComparer.Ordinal)];
    }
}

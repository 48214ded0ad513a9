using System.Globalization;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>
/// Random sites, random edits on the source: after one run the managed part of the target equals the source, and every write that the target got
/// was to something that the policy manages.
/// </summary>
[Trait("Proof", "convergence")]
public sealed class RandomEditTests(ITestOutputHelper output)
{
    private static readonly string[] DeviceResources = ["cameras", "microphones", "speakers", "metadata", "inputEvents", "outputs"];

    /// <summary>In worlds of a few cameras every delete is a large part.</summary>
    private static readonly string[] Allowed = ["SourceShrank", "DeletePercent", "UpdatePercent"];

    [Fact]
    public void After_one_run_the_target_equals_the_source_and_nothing_else_was_touched()
        => SimSeed.Hold(40, output, async seed =>
        {
            var pair = new RandomPair(seed);
            await using var duo = await Duo.StartAsync(pair.Make(), d => pair.Policy(d) + "\nlifecycle: { add: true, replace: true, move: true, delete: true }\n", pair.Options);
            await duo.SyncAsync();
            var managed = new Managed();
            managed.Take(duo, pair);

            var chance = new Random(seed.Seed);
            var edits = Enumerable.Range(0, seed.Edits).Select(_ => Edit(duo, pair, chance)).ToList();
            duo.ClearRequests();
            var report = await duo.SyncAsync(Allowed);
            var when = string.Join(", ", edits) + ": ";
            Assert.True(report.Result == RunResultCode.InWantedState, when + Duo.Describe(report));

            managed.Take(duo, pair);
            Assert.Equal([], duo.Secondary.Requests.Writes().Where(w => !managed.Covers(w.Route, w.Target)).Select(w => when + w.Method + " " + w.Target));
            Assert.All(duo.Primary.Requests.Writes(), w => Assert.Contains(w.Route, new[] { "POST /hardware/{id}?task=ReadPasswordHardware", "POST /tasks/{id}?task=TaskCleanup" }));

            var pairs = Pairs.Of(duo.Primary, duo.Secondary).Where(p => pair.Manages(p.Name)).ToList();
            Assert.Equal(duo.Primary.Data.List("cameras").Count(c => pair.Manages(c.Name)), pairs.Count);
            Assert.Equal([], pairs.SelectMany(p => Pairs.Differences(duo.Primary, duo.Secondary, p, pair.HasPattern, pair.SelectionIsOn)).Select(d => when + d));
            var again = await duo.PlanAsync();
            Assert.True(again.Plan.IsEmpty, when + "again: " + Duo.Describe(again));
        });

    /// <summary>Edits of whole devices fall on those that are managed as a whole or not at all; half of one cannot follow.</summary>
    private static string Edit(Duo duo, RandomPair pair, Random chance)
    {
        var cameras = duo.Primary.Data.List("cameras").ToLookup(c => c.ParentId!.Value);
        var whole = duo.Primary.Data.List("hardware").Where(h => cameras[h.Id].Select(c => pair.Manages(c.Name)).Distinct().Count() == 1).ToList();
        if (whole.Count < 2)
        {
            return "nothing";
        }

        var hardware = whole[chance.Next(whole.Count)];
        var address = Pairs.Text(duo.Primary, "hardware", hardware.Id, "address");
        switch (chance.Next(5))
        {
            case 0:
                duo.Primary.Data.Remove("hardware", hardware.Id.ToString());
                return "delete " + address;
            case 1:
                var next = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://10.97.{chance.Next(250)}.{chance.Next(1, 250)}/"));
                duo.World.Network.Connect(duo.World.Network.Find(new Uri(address))! with { Address = next });
                duo.Primary.Data.Set("hardware", hardware.Id.ToString(), "address", next.AbsoluteUri);
                return $"address {address} to {next}";
            case 2:
                duo.Primary.Data.Set("hardware", hardware.Id.ToString(), "description", "edit " + chance.Next(100).ToString(CultureInfo.InvariantCulture));
                return "hardware " + address;
            default:
                foreach (var camera in cameras[hardware.Id])
                {
                    duo.Primary.Data.Set("cameras", camera.Id.ToString(), "description", "edit " + chance.Next(100).ToString(CultureInfo.InvariantCulture));
                    duo.Primary.Data.Set("motionDetections", camera.Id.ToString(), "threshold", (long)chance.Next(10000));
                }

                return "cameras of " + address;
        }
    }

    /// <summary>What may be written on the target: managed cameras, and the hardware that has one, with its other devices. Taken before and after.</summary>
    private sealed class Managed
    {
        private readonly HashSet<Guid> cameras = [];
        private readonly HashSet<Guid> hardware = [];
        private readonly Dictionary<Guid, (Guid Hardware, bool IsCamera)> devices = [];

        public void Take(Duo duo, RandomPair pair)
        {
            foreach (var camera in Pairs.Of(duo.Primary, duo.Secondary).Where(p => pair.Manages(p.Name)))
            {
                cameras.Add(camera.Secondary);
                hardware.Add(Pairs.HardwareOf(duo.Secondary, camera.Secondary));
            }

            foreach (var resource in DeviceResources)
            {
                foreach (var device in duo.Secondary.Data.List(resource))
                {
                    devices[device.Id] = (device.ParentId!.Value, resource == "cameras");
                }
            }
        }

        public bool Covers(string route, string target)
        {
            var path = target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            return path[^2] switch
            {
                "tasks" => route == "POST /tasks/{id}?task=TaskCleanup",
                "recordingServers" => route == "POST /recordingServers/{id}?task=AddHardware",
                "hardware" or "hardwareDriverSettings" => hardware.Contains(Guid.Parse(path[^1])),
                _ => devices.TryGetValue(Guid.Parse(path[^1]), out var device) && (device.IsCamera ? cameras.Contains(Guid.Parse(path[^1])) : hardware.Contains(device.Hardware)),
            };
        }
    }
}

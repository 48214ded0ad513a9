using System.Text;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using RMF.Testing;

namespace RMF.Simulation.Tests.Guards;

/// <summary>
/// The worst days of a synchronisation, over requests: each is refused before the first write, with a message that says what was seen, what the
/// limit is and how to allow it. The messages are approved.
/// </summary>
[Trait("Proof", "guards")]
public sealed class GuardDrillTests
{
    private const int Cameras = 30;
    private const string Lifecycle = "lifecycle: { add: true, replace: true, move: true, delete: true }";

    private static readonly Dictionary<string, Func<Duo, string?>> Drills = new(StringComparer.Ordinal)
    {
        ["source empty"] = d =>
        {
            foreach (var hardware in d.Primary.Data.List("hardware"))
            {
                d.Primary.Data.Remove("hardware", hardware.Id.ToString());
            }

            return null;
        },
        ["source lists empty with 200"] = d =>
        {
            d.Primary.Faults.Add(Fault.On(FaultKind.EmptyList, "GET", "/hardware", count: null));
            d.Primary.Faults.Add(Fault.On(FaultKind.EmptyList, "GET", "/cameras", count: null));
            DeleteSome(d, 1);
            return null;
        },
        ["source half read"] = d =>
        {
            DeleteSome(d, 1);
            d.Primary.Faults.Add(new Fault { Kind = FaultKind.ErrorStatus, Status = 500, Method = "GET", Path = "/cameras?*" });
            return null;
        },
        ["direction flipped"] = d =>
        {
            d.Secondary.Data.SetMany("cameras", _ => true, "description", (_, _) => "changed on the secondary");
            return "direction: restore";
        },
        ["rename of everything"] = d =>
        {
            d.Primary.Data.SetMany("cameras", _ => true, "name", (c, _) => "Renamed " + c.Name);
            return null;
        },
        ["31 percent deleted"] = d =>
        {
            DeleteSome(d, (int)Math.Ceiling(d.Primary.Data.List("hardware").Count * 0.31));
            return null;
        },
        ["more than half deleted"] = d =>
        {
            DeleteSome(d, (int)Math.Ceiling(d.Primary.Data.List("hardware").Count * 0.6));
            return null;
        },
        ["failover server in charge"] = d =>
        {
            DeleteSome(d, 1);
            d.Primary.Data.Set("recordingServers", d.Primary.Recorders[0].Name, "activeWebServerUri", "http://failover.sim.example:7563/");
            return null;
        },
        ["licences short"] = d =>
        {
            d.Secondary.DeviceLicenses = d.Secondary.Data.List("hardware").Count - 1;
            foreach (var hardware in d.Secondary.Data.List("hardware").Take(2))
            {
                d.Secondary.Data.Remove("hardware", hardware.Id.ToString());
            }

            return null;
        },
        ["evidence locked"] = d =>
        {
            foreach (var gone in DeleteSome(d, 2).Take(1))
            {
                var now = d.Time.GetUtcNow();
                d.Secondary.EvidenceLocks.Add("Break-in", [CameraBelow(d, gone)], now.AddHours(-3), now.AddHours(-2));
                d.Secondary.EvidenceLocks.Add("Break-in, the day after", [CameraBelow(d, gone)], now.AddHours(-2), now.AddHours(-1));
            }

            return null;
        },
        ["evidence locks refused"] = d =>
        {
            DeleteSome(d, 2);
            d.Secondary.Faults.Add(new Fault { Kind = FaultKind.HtmlPage, Path = "*#MarkedDataSearch" });
            return null;
        },
        ["evidence locks half told"] = d =>
        {
            var now = d.Time.GetUtcNow();
            var locked = CameraBelow(d, DeleteSome(d, 2)[0]);
            for (var i = 0; i < 150; i++)
            {
                d.Secondary.EvidenceLocks.Add("lock", [locked], now.AddHours(-2 - i), now.AddHours(-1 - i));
            }

            d.Secondary.Faults.Add(new Fault { Kind = FaultKind.ErrorStatus, Status = 500, Path = "*#MarkedDataSearch", Skip = 1 });
            return null;
        },
        ["freeze window open"] = d =>
        {
            d.Primary.Data.SetMany("cameras", c => c.Name.EndsWith('0'), "description", (_, _) => "edited");
            return "guards: { freeze: [ { from: \"2025-01-01T00:00:00Z\", to: \"2036-01-01T00:00:00Z\" } ] }";
        },
    };

    public static TheoryData<string> Names => new(Drills.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_written_and_the_message_is_the_approved_one(string name)
    {
        await using var duo = await Duo.StartAsync(World.Generate(new WorldShape { Cameras = Cameras, RecordersPerSite = 1 }), d => Texts.TwoSites(d, Lifecycle));
        await duo.SyncAsync();
        if (Drills[name](duo) is { } more)
        {
            duo.Policy = Duo.Read(Texts.TwoSites(duo, Lifecycle + "\n" + more));
        }

        duo.ClearRequests();
        var run = await duo.PlanAsync();
        var text = new StringBuilder();
        foreach (var guard in run.Plan.Guards)
        {
            text.Append(guard.Guard).Append(": ").AppendLine(guard.Message);
        }

        var outcome = await duo.Engine.ApplyAsync(run, [], CancellationToken.None);
        if (run.Plan.Guards.Count == 0)
        {
            // Where the plan itself is careful there is nothing to refuse.
            text.AppendLine("No guard: the plan deletes nothing. What it does not know:");
            text.AppendLine(run.Plan.Unknown.GroupBy(u => u.Reason, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).First().Key);
            Assert.DoesNotContain(run.Plan.Changes, c => c.Action is RMF.Core.Planning.ChangeAction.Delete);
        }
        else
        {
            Assert.Equal(("RMF2304", RunResultCode.GuardRefused), (outcome.Failure!.Code, outcome.Failure.Result));
            Assert.All(run.Plan.Guards, g => Assert.Contains("-AllowGuard " + g.Guard, g.Message, StringComparison.Ordinal));
            Assert.False(run.Plan.IsApplicable);
        }

        Assert.All(duo.Sites, s => Assert.Empty(s.Requests.Writes()));
        Approved.Matches(text.ToString(), name.Replace(' ', '-') + ".txt");
    }

    /// <summary>Everything at once needs every name: no name stands for another.</summary>
    [Fact]
    public async Task Each_guard_is_allowed_by_its_own_name()
    {
        await using var duo = await Duo.StartAsync(World.Generate(new WorldShape { Cameras = Cameras, RecordersPerSite = 1 }), d => Texts.TwoSites(d, Lifecycle));
        await duo.SyncAsync();
        DeleteSome(duo, (int)Math.Ceiling(duo.Primary.Data.List("hardware").Count * 0.6));
        duo.ClearRequests();
        var run = await duo.PlanAsync();
        var guards = run.Plan.Guards.Select(g => g.Guard).ToList();
        Assert.True(guards.Count >= 2, string.Join(", ", guards));
        foreach (var missing in guards)
        {
            var outcome = await duo.Engine.ApplyAsync(run, [.. guards.Where(g => g != missing)], CancellationToken.None);
            Assert.StartsWith("Refused by " + missing, outcome.Failure!.Message, StringComparison.Ordinal);
        }

        Assert.Empty(duo.Secondary.Requests.Writes());
        Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(run, [.. guards])).Result);
        Assert.Equal(duo.Primary.Data.List("hardware").Count, duo.Secondary.Data.List("hardware").Count);
    }

    /// <summary>Deletes hardware of the source; tells the addresses.</summary>
    private static List<string> DeleteSome(Duo duo, int count)
    {
        var addresses = new List<string>();
        foreach (var hardware in duo.Primary.Data.List("hardware").OrderBy(h => Pairs.Text(duo.Primary, "hardware", h.Id, "address"), StringComparer.Ordinal).Take(count).ToList())
        {
            addresses.Add(Pairs.Text(duo.Primary, "hardware", hardware.Id, "address"));
            Assert.True(duo.Primary.Data.Remove("hardware", hardware.Id.ToString()));
        }

        return addresses;
    }

    private static string CameraBelow(Duo duo, string address)
    {
        var hardware = duo.Secondary.Data.List("hardware").Single(h => Pairs.Text(duo.Secondary, "hardware", h.Id, "address") == address);
        return duo.Secondary.Data.List("cameras").First(c => c.ParentId == hardware.Id).Id.ToString();
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;
using Xunit.Abstractions;

namespace RMF.XProtect.Tests;

/// <summary>
/// A hundred thousand answers that no server should give: values of other types, members lost, texts cut off, other statuses. Reading, writing and
/// logging in end with a result or with an error that says what came. RMF_FUZZ asks for more, RMF_SEED for others; a failure names its round, and
/// RMF_FUZZ_AT plays that one alone.
/// </summary>
public sealed class AnswerFuzzTests(ITestOutputHelper output)
{
    private const int Usual = 100_000;

    /// <summary>Rounds that a hundred thousand answers never take.</summary>
    private const int MaxRounds = 1_000_000;

    /// <summary>Only a hang takes so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Many at once reach the first steps, few the last.</summary>
    private static readonly double[] Shares = [0.02, 0.1, 0.5, 1];

    private static readonly ItemKind[] AllKinds = [.. Enum.GetValues<ItemKind>()];

    private readonly ConcurrentDictionary<string, string> failures = new(StringComparer.Ordinal);

    [Fact]
    [Trait("Proof", "fuzz")]
    public async Task Any_answer_gives_a_result_or_an_error_that_says_what_came()
    {
        var count = Number("RMF_FUZZ", Usual);
        var only = Number("RMF_FUZZ_AT", -1);
        var seed = (int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue);
        output.WriteLine(FormattableString.Invariant($"RMF_SEED={PropertySeed.Text} RMF_FUZZ={count}; RMF_FUZZ_AT=n plays one round again"));
        var (mutated, round) = (0, -1);
        var workers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref mutated) < count && Interlocked.Increment(ref round) is var mine && mine < (only >= 0 ? 1 : MaxRounds))
            {
                var number = only >= 0 ? only : mine;
                Interlocked.Add(ref mutated, await PlayAsync(unchecked(seed + (number * 104_729)), number));
            }
        }));
        await Task.WhenAll(workers);
        output.WriteLine(FormattableString.Invariant($"{mutated} changed answers in {round} rounds"));
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Values.Take(5)));
        Assert.True(only >= 0 || mutated >= count);
    }

    private async Task<int> PlayAsync(int seed, int number)
    {
        var random = new Random(seed);
        var time = new ManualTimeProvider { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromSeconds(90) };
        await using var server = new SimulatedSite(World.Generate(new WorldShape { Cameras = 3, RecordersPerSite = 1, Seed = 1 + (number % 5) }).Sites[0], new SimulatorOptions { TimeProvider = time, TaskDuration = TimeSpan.FromMilliseconds(50) });
        using var handler = new MutatingHandler(server.CreateHandler(), seed, Shares[number % Shares.Length]) { IsOn = random.Next(4) == 0 };
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var connector = new XProtectConnector(new XProtectOptions(time, 11) { HandlerFactory = _ => handler });
            var outcome = await connector.ConnectAsync(Simulated.ConnectionTo(server), patience.Token);
            if (outcome.TryGet(out var site))
            {
                using (site)
                {
                    handler.IsOn = true;
                    await UseAsync(site, server, random, patience.Token);
                }
            }
            else
            {
                Say(outcome.Error!);
            }
        }
        catch (Exception e)
        {
            // One failure of each kind is told, with what led to it.
            failures.TryAdd(e.GetType().Name + e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains(" RMF.", StringComparison.Ordinal)), FormattableString.Invariant($"round {number}: {e}\nlast changed answers:\n{handler.Last}"));
        }

        return handler.Mutated;
    }

    private static async Task UseAsync(ISite site, SimulatedSite server, Random random, CancellationToken cancel)
    {
        var read = await site.Reader.ReadAsync(new SnapshotRequest(AllKinds, [], ReadDepth.Full) { Roles = static _ => true }, null, cancel);
        if (!read.TryGet(out var snapshot))
        {
            Say(read.Error!);
            return;
        }

        Assert.All(snapshot.Parts, p => Assert.True(p.State == PartState.Whole || !string.IsNullOrEmpty(p.Reason), $"{p.Kind} is not whole and does not say why"));
        foreach (var item in snapshot.Items.Where(_ => random.Next(12) == 0).Take(6))
        {
            Say(await site.Writer.UpdateAsync(new ItemUpdate(item, item with { Properties = item.Properties.With("description", Scalar.Text("fuzz")) }, ["description"]), cancel));
            foreach (var again in await site.Reader.ReadItemsAsync([item.Key], cancel))
            {
                Say(again.Value.Error);
            }
        }

        if (server.Data.List("hardware").FirstOrDefault() is { } hardware && random.Next(3) == 0)
        {
            var key = new ItemKey(server.Name, ItemKind.Hardware, hardware.Id.ToString());
            var recorder = new ItemKey(server.Name, ItemKind.RecordingServer, hardware.ParentId!.Value.ToString());
            var address = new Uri(server.Data.Get("hardware", hardware.Id.ToString(), "address")!.ToString()!);
            Say((await site.Reader.ReadHardwareAsync(key, AllKinds, cancel)).Error);
            Say(await site.Writer.DeleteHardwareAsync(key, recorder, cancel));
            var driver = new ItemKey(server.Name, ItemKind.HardwareDriver, server.Data.List("hardwareDrivers")[0].Id.ToString());
            Say(await site.Writer.AddHardwareAsync(new HardwareCreation(recorder, address, driver, "root", new Secret("simulated")), cancel));
        }
    }

    private static void Say(WriteResult result)
    {
        Assert.True(result.Status is WriteStatus.Confirmed or WriteStatus.Unsupported || result.Error is not null, $"{result.Status} and no error");
        Say(result.Error);
    }

    private static void Say(SiteError? error)
    {
        if (error is not null)
        {
            Assert.False(string.IsNullOrWhiteSpace(error.Message));
            Assert.DoesNotContain("   at RMF.", error.Message, StringComparison.Ordinal);
        }
    }

    private static int Number(string variable, int usual)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}

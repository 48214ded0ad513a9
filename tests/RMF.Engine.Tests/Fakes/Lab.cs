using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Events;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Applying;
using RMF.Policy;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Fakes;

/// <summary>Two sites in memory, <c>a</c> with REC-A1 and <c>b</c> with REC-B1, a policy that links them, and an engine on a manual clock.</summary>
internal sealed class Lab
{
    public const string PolicyText =
        """
        apiVersion: rmf/v1
        sites:
          a: { side: primary, uri: http://a.example/ }
          b: { side: secondary, uri: http://b.example/ }
        recorders: { primary: [REC-A1], secondary: [REC-B1] }

        """;

    public const string Links = "links: [ { primary: REC-A1, secondary: REC-B1 } ]\n";

    private int ids;

    public Lab(SiteSnapshot primary, SiteSnapshot secondary, string more = "")
    {
        Primary = new MemorySite(primary);
        Secondary = new MemorySite(secondary);
        Policy = Read(PolicyText + (more.Contains("links:", StringComparison.Ordinal) ? "" : Links) + more);
        Sites = new SiteSet([Primary, Secondary], owns: false);
        Engine = new RedundancyEngine(new EngineServices
        {
            Time = Clock,
            NewId = () => new Guid(++ids, 0, 0, new byte[8]),
            NewKey = length => new byte[length],
            Secrets = new NamedSecrets(("CAMERA", "policy-pass")),
            Events = Events,
        });
    }

    public MemorySite Primary { get; }

    public MemorySite Secondary { get; }

    public SiteSet Sites { get; }

    public RedundancyPolicy Policy { get; set; }

    public RedundancyEngine Engine { get; }

    public ManualTimeProvider Clock { get; } = new();

    public MemoryStateStore Store { get; } = new();

    public HeardEvents Events { get; } = new();

    public PlanScope Scope { get; set; } = PlanScope.Everything;

    public IJournal Journal { get; set; } = NoJournal.Instance;

    public PlanRequest Request => new(Policy, Sites, Store) { Scope = Scope, Journal = Journal };

    public static RedundancyPolicy Read(string text)
    {
        var read = PolicyReader.Parse(text, "p.yaml");
        Assert.True(read.IsValid, string.Join('\n', read.Messages));
        return read.Policy!;
    }

    /// <summary>One recorder a side with a default storage each.</summary>
    public static Lab Of(Action<RecorderBuilder> primary, Action<RecorderBuilder> secondary, string more = "")
        => new(
            new SiteBuilder("a").Recorder("REC-A1", r => primary(r.Storage("30 days", isDefault: true).Storage("7 days").Drivers("5"))).Build(),
            new SiteBuilder("b").Recorder("REC-B1", r => secondary(r.Storage("Standby", isDefault: true).Storage("Second").Drivers("5"))).Build(),
            more);

    /// <summary>So many devices of one camera each, on both sides, all equal.</summary>
    public static Lab OfPairs(int devices, string more = "") => Of(r => Fill(r, devices), r => Fill(r, devices), more);

    public static void Fill(RecorderBuilder recorder, int devices)
    {
        for (var i = 1; i <= devices; i++)
        {
            recorder.Hardware("10.0.0." + i, h => h.Named("Device " + i).Mac($"00:40:8c:00:00:{i:x2}").Camera(0, "Camera " + i, c => c.Setting("brightness", "50")));
        }
    }

    public async Task<PreparedRun> PlanAsync()
    {
        var outcome = await Engine.PlanAsync(Request, CancellationToken.None);
        Assert.True(outcome.TryGet(out var run, out var failure), failure?.Message);
        return run;
    }

    public async Task<RunFailure> FailToPlanAsync()
    {
        var outcome = await Engine.PlanAsync(Request, CancellationToken.None);
        Assert.False(outcome.TryGet(out _, out var failure));
        return failure!;
    }

    public async Task<RunReport> ApplyAsync(PreparedRun run, params string[] allowed)
    {
        var outcome = await Engine.ApplyAsync(run, allowed, CancellationToken.None);
        Assert.True(outcome.TryGet(out var report, out var failure), failure?.Message);
        return report;
    }

    public async Task<RunFailure> FailToApplyAsync(PreparedRun run, params string[] allowed)
    {
        var outcome = await Engine.ApplyAsync(run, allowed, CancellationToken.None);
        Assert.False(outcome.TryGet(out _, out var failure));
        return failure!;
    }

    /// <summary>Plans and applies.</summary>
    public async Task<RunReport> SyncAsync(params string[] allowed) => await ApplyAsync(await PlanAsync(), allowed);

    /// <summary>What the run's steps share, with the target's items as they were read.</summary>
    public async Task<(PreparedRun Run, TargetItems Items)> PreparedAsync()
    {
        var run = await PlanAsync();
        return (run, new TargetItems(run.Context.Input.View(run.Context.Target)));
    }

    public static Change OnlyWrite(PreparedRun run) => Assert.Single(run.Plan.Changes, c => c.Writes);
}

using System.Collections.Concurrent;
using RMF.Core.Planning;
using RMF.Engine.Events;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect;

namespace RMF.Simulation.Tests.Lab;

/// <summary>
/// The whole product but its surface: the engine and the adapter on simulated sites, in process or on sockets. In process all waiting is on a
/// clock that jumps over waits, so that tasks and back-off cost no real time.
/// </summary>
internal sealed class Duo : IAsyncDisposable
{
    /// <summary>Waits of tasks and back-off are shorter than this, time-outs are longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly List<SimulatedSite> sites = [];
    private readonly ConcurrentQueue<RunEvent> events = new();
    private readonly ConcurrentQueue<string> verbose = new();
    private readonly TimeProvider time;
    private SiteSet? connected;

    private Duo(World world, DuoOptions options)
    {
        World = world;
        time = options.Sockets ? TimeProvider.System : new ManualTimeProvider { AutoAdvance = true, AutoAdvanceLimit = LongestWait };
        foreach (var site in world.Sites)
        {
            sites.Add(new SimulatedSite(site, new SimulatorOptions { TimeProvider = time, Personality = options.PersonalityOf(site.Name), TokenLifetime = options.TokenLifetime, TaskDuration = options.TaskDuration }));
        }

        Secrets = new NamedSecrets([.. sites.Select(s => (s.Name, s.Password)), .. options.Secrets]);
        Connector = new XProtectConnector(new XProtectOptions(time, 11) { HandlerFactory = options.Sockets ? null : c => options.Wrap(c.Name, this[c.Name].CreateHandler()), Verbose = verbose.Enqueue });
        Engine = new RedundancyEngine(new EngineServices
        {
            Time = time,
            NewId = Guid.NewGuid,
            NewKey = length => new byte[length],
            Secrets = Secrets,
            Events = new Heard(events),
        });
    }

    public World World { get; }

    public TimeProvider Time => time;

    public IReadOnlyList<SimulatedSite> Sites => sites;

    public SimulatedSite Primary => sites[0];

    public SimulatedSite Secondary => sites[^1];

    public RedundancyPolicy Policy { get; set; } = new();

    public RedundancyEngine Engine { get; }

    public XProtectConnector Connector { get; }

    public NamedSecrets Secrets { get; }

    public MemoryStateStore Store { get; set; } = new();

    public IReadOnlyList<RunEvent> Events => [.. events];

    public IReadOnlyList<string> Verbose => [.. verbose];

    public SimulatedSite this[string name] => sites.Single(s => s.Name == name);

    /// <summary>Builds the sites and logs in to them.</summary>
    /// <param name="policy">Makes the policy's text, when the sites' addresses are known.</param>
    public static async Task<Duo> StartAsync(World world, Func<Duo, string> policy, DuoOptions? options = null)
    {
        options ??= new DuoOptions();
        var duo = new Duo(world, options);
        if (options.Sockets)
        {
            foreach (var site in duo.sites)
            {
                await site.ListenAsync();
            }
        }

        duo.Policy = Read(policy(duo));
        return duo;
    }

    public static RedundancyPolicy Read(string text)
    {
        var read = PolicyReader.Parse(text, "p.yaml");
        Assert.True(read.IsValid, string.Join('\n', read.Messages) + "\n" + text);
        return read.Policy!;
    }

    public async Task<SiteSet> SitesAsync()
    {
        if (connected is null)
        {
            var logins = await new SiteLogin(Connector, Secrets).ConnectAllAsync(Policy, CancellationToken.None);
            Assert.True(logins.TryGet(out connected, out var failure), failure?.Message);
        }

        return connected;
    }

    public async Task<RunOutcome<PreparedRun>> TryPlanAsync(PlanRequest? request = null)
        => await Engine.PlanAsync(request ?? await RequestAsync(), CancellationToken.None);

    public async Task<PlanRequest> RequestAsync() => new(Policy, await SitesAsync(), Store);

    public async Task<PreparedRun> PlanAsync(PlanRequest? request = null)
    {
        var outcome = await TryPlanAsync(request);
        Assert.True(outcome.TryGet(out var run, out var failure), failure?.Message);
        return run;
    }

    public async Task<RunReport> ApplyAsync(PreparedRun run, params string[] allowed)
    {
        var outcome = await Engine.ApplyAsync(run, allowed, CancellationToken.None);
        Assert.True(outcome.TryGet(out var report, out var failure), failure?.Message);
        return report;
    }

    public async Task<RunReport> SyncAsync(params string[] allowed) => await ApplyAsync(await PlanAsync(), allowed);

    /// <summary>A plan as the first run would make it: nothing is remembered.</summary>
    public async Task<PreparedRun> PlanAnewAsync() => await PlanAsync(await RequestAsync() with { State = new MemoryStateStore() });

    public void ClearRequests() => sites.ForEach(s => s.Requests.Clear());

    /// <summary>What a plan holds, for messages.</summary>
    public static string Describe(PreparedRun run) => Describe(run.Plan.Changes);

    public static string Describe(IEnumerable<Change> changes)
        => string.Join('\n', changes.Select(c => $"{c.Action} {c.Id} {c.Reason} {c.Detail}: " + string.Join("; ", c.Properties.Select(p => $"{p.Path} {p.Reason} '{p.Before}' -> '{p.After}' (base '{p.Base}') {p.Detail}"))));

    public static string Describe(RunReport report)
        => report.Message + "\n" + string.Join('\n', report.Results.Where(r => r.Status != ChangeStatus.Verified || r.NotTaken.Count > 0).Select(r => $"{r.Status} {r.Change.Id}: {r.Reason}"));

    public async ValueTask DisposeAsync()
    {
        connected?.Dispose();
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }

    private sealed class Heard(ConcurrentQueue<RunEvent> events) : IRunEvents
    {
        public void Report(RunEvent runEvent) => events.Enqueue(runEvent);
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Engine.State;
using RMF.Policy;
using RMF.XProtect;

namespace RMF.Service.Demo;

/// <summary>The main job, end to end, on two simulated sites over real sockets.</summary>
internal sealed class DemoProgram
{
    private readonly DemoOptions options;
    private readonly DemoScreen screen;

    private DemoProgram(DemoOptions options)
    {
        this.options = options;
        screen = new DemoScreen(options.Json ? TextWriter.Null : Console.Out);
    }

    public static async Task<int> RunAsync(string[] args)
    {
        if (DemoOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync("usage: demo [--json] [--world NAME|FILE] [--policy FILE]").ConfigureAwait(false);
            return (int)RunResultCode.Error;
        }

        return await new DemoProgram(options).RunAsync().ConfigureAwait(false);
    }

    private async Task<int> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var started = Stopwatch.StartNew();
        var read = PolicyReader.Load(options.Policy ?? ExampleFiles.Find("policies", "harbour.yaml"));
        if (read.Policy is not { } policy)
        {
            foreach (var message in read.Messages)
            {
                await Console.Error.WriteLineAsync(message.ToString()).ConfigureAwait(false);
            }

            return (int)RunResultCode.PolicyInvalid;
        }

        try
        {
            var outcome = await WalkAsync(policy, stop.Token).ConfigureAwait(false);
            if (!outcome.TryGet(out var result, out var failure))
            {
                await Console.Error.WriteLineAsync($"{failure.Code}: {failure.Message} {failure.Advice}").ConfigureAwait(false);
                return (int)failure.Result;
            }

            result = result with { Seconds = Math.Round(started.Elapsed.TotalSeconds, 2) };
            if (options.Json)
            {
                Console.WriteLine(JsonSerializer.Serialize(result));
            }

            screen.Verdict(result);
            return result.IsTrue ? (int)RunResultCode.InWantedState : (int)RunResultCode.NotVerified;
        }
        catch (OperationCanceledException)
        {
            return (int)RunResultCode.Cancelled;
        }
    }

    private async Task<RunOutcome<DemoResult>> WalkAsync(RedundancyPolicy policy, CancellationToken cancellationToken)
    {
        var lab = new DemoLab();
        await using var closing = lab.ConfigureAwait(false);
        await lab.StartAsync(options.World).ConfigureAwait(false);
        policy = lab.Point(policy);
        screen.Sites(lab.Sites);

        var secrets = new DemoSecrets(lab.Passwords);
        var login = new SiteLogin(new XProtectConnector(new XProtectOptions(TimeProvider.System, Seed: 1)), secrets);
        var logins = await login.ConnectAllAsync(policy, cancellationToken).ConfigureAwait(false);
        if (!logins.TryGet(out var sites, out var failure))
        {
            return failure;
        }

        using var loggedIn = sites;
        var engine = new RedundancyEngine(new EngineServices
        {
            Time = TimeProvider.System,
            NewId = Guid.NewGuid,
            NewKey = RandomNumberGenerator.GetBytes,
            Secrets = secrets,
        });
        var request = new PlanRequest(policy, sites, new FileStateStore(lab.StatePath));

        screen.Step("1. Plan: what would make the secondary equal to the primary?");
        if (!(await engine.PlanAsync(request, cancellationToken).ConfigureAwait(false)).TryGet(out var first, out failure))
        {
            return failure;
        }

        screen.Plan(first);
        screen.Step("2. Apply, and read back what was written");
        if (!(await engine.ApplyAsync(first, [], cancellationToken).ConfigureAwait(false)).TryGet(out var applied, out failure))
        {
            return failure;
        }

        screen.Report(applied);
        screen.Step("3. Plan again: is anything left?");
        if (!(await engine.PlanAsync(request, cancellationToken).ConfigureAwait(false)).TryGet(out var second, out failure))
        {
            return failure;
        }

        screen.Plan(second);
        screen.Step("4. Somebody changes the secondary behind our back");
        var secondary = policy.Sites.First(s => s.Value.Side == SiteSide.Secondary).Key;
        var unsettled = second.Plan.Changes.Select(c => c.Target?.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var injected = DemoDrift.Inject(lab[secondary], id => !unsettled.Contains(id.ToString()));
        screen.Lines(injected);
        screen.Step("5. Find it");
        if (!(await engine.PlanAsync(request, cancellationToken).ConfigureAwait(false)).TryGet(out var third, out failure))
        {
            return failure;
        }

        screen.Plan(third);
        screen.Step("6. Repair it");
        if (!(await engine.ApplyAsync(third, [], cancellationToken).ConfigureAwait(false)).TryGet(out var repaired, out failure))
        {
            return failure;
        }

        screen.Report(repaired);
        if (!(await engine.PlanAsync(request, cancellationToken).ConfigureAwait(false)).TryGet(out var last, out failure))
        {
            return failure;
        }

        var result = new DemoResult
        {
            Planned = first.Plan.Summary.Writes,
            Applied = applied.Results.Count(r => r.Change.Writes && r.Status is not (ChangeStatus.Failed or ChangeStatus.Skipped)),
            Verified = applied.Count(ChangeStatus.Verified),
            Replanned = second.Plan.Summary.Writes,
            DriftInjected = injected.Count,
            DriftFound = third.Plan.Changes.SelectMany(c => c.Properties).Count(p => p.Reason == ChangeReason.TargetDrifted),
            DriftLeft = last.Plan.Summary.Writes,
        };
        var primary = policy.Sites.First(s => s.Value.Side == SiteSide.Primary).Key;
        var live = new DemoLive(screen);
        result = await live.RunAsync(result, policy, last, lab[primary], cancellationToken).ConfigureAwait(false);
        return await new DemoPlayback(screen, lab.ExportFolder).RunAsync(result, last, live.Outage, live.Recorder, lab[secondary], cancellationToken).ConfigureAwait(false);
    }
}

using System.Management.Automation;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Policy.Ptz;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>What cmdlets need for operators' actions: both sides' cameras, the records, and carrying out.</summary>
internal sealed class OperatorWork
{
    private readonly PolicyCmdlet cmdlet;
    private readonly OperatorStore store;

    public OperatorWork(PolicyCmdlet cmdlet)
    {
        this.cmdlet = cmdlet;
        var folder = cmdlet.PolicyInUse.OperatorPath;
        store = new OperatorStore(folder, TimeProvider.System);
        Sides = new BothSides(store, new ActionLog(folder, Environment.UserName), Tolerance, TimeProvider.System);
        Mending = new Mending(store, Sides, TimeProvider.System);
    }

    public BothSides Sides { get; }

    public Mending Mending { get; }

    public PresetTolerance Tolerance => PresetToleranceOf.Policy(cmdlet.PolicyInUse.Model.Ptz);

    /// <summary>Both sides' cameras, as far as the sides answer; a warning for each site that does not.</summary>
    public async Task<CameraReach> ReachAsync(CancellationToken cancellationToken)
    {
        var away = new Dictionary<string, SiteError?>(StringComparer.Ordinal);
        var sites = await ReachableSites.ConnectAsync(cmdlet, cmdlet.PolicyInUse, (name, failure) => away[name] = failure.Cause ?? Unknown(name, failure), cancellationToken).ConfigureAwait(false);
        var read = await new CameraReading(cmdlet.PolicyInUse.Model, new FileStateStore(cmdlet.PolicyInUse.StatePath)).ReadAsync(sites, away, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var reach, out var failed))
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.From(failed, cmdlet.PolicyInUse.Name));
            throw new InvalidOperationException("ThrowTerminatingError returned.");
        }

        foreach (var site in reach.Away)
        {
            cmdlet.WriteWarning($"Site {site.Key} does not answer; the other side is served alone. {site.Value?.Message}".TrimEnd());
        }

        if (reach.Sites.Count == 0)
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.Create("NoSiteAnswers", ErrorCategory.ConnectionError, "No site of the policy answers.", "See the warnings above; Test-RmfSite looks at each site.", cmdlet.PolicyInUse.Name));
        }

        return reach;
    }

    /// <summary>Carries actions out and writes a result for each, and an error for each that is not done.</summary>
    public async Task<BothSidesResult> RunAsync(IReadOnlyList<SideAction> actions, CameraReach reach, Remembering remembering, CancellationToken cancellationToken)
    {
        var result = await Sides.RunAsync(actions, reach, remembering, cancellationToken).ConfigureAwait(false);
        Write(result);
        return result;
    }

    /// <summary>Does what a side lacks of what operators did before; says so, and asks nobody where there is nothing.</summary>
    public static async Task MendAsync(PolicyCmdlet cmdlet, CancellationToken cancellationToken)
    {
        var work = new OperatorWork(cmdlet);
        if (!work.Mending.IsIdle)
        {
            var reach = await work.ReachAsync(cancellationToken).ConfigureAwait(false);
            await work.MendAsync(await work.FindAsync(reach, cancellationToken).ConfigureAwait(false), reach, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a side lacks.</summary>
    public async Task<IReadOnlyList<InconsistencyRecord>> FindAsync(CameraReach reach, CancellationToken cancellationToken)
    {
        var found = await Mending.FindAsync(reach, cmdlet.PolicyInUse.Model.Recording.ResumeOnReturn, cancellationToken).ConfigureAwait(false);
        if (found.TryGet(out var records, out var failure))
        {
            return records;
        }

        cmdlet.WriteError(RmfErrorRecord.From(failure, cmdlet.PolicyInUse.OperatorPath));
        return [];
    }

    /// <summary>Does what sides lack, and asks for each where that is wanted.</summary>
    public async Task MendAsync(IReadOnlyList<InconsistencyRecord> records, CameraReach reach, CancellationToken cancellationToken)
    {
        var wanted = records.Where(r => cmdlet.ShouldProcess($"{r.Camera.Name} ({r.Side})", r.Intent.ToString())).ToList();
        if (wanted.Count > 0)
        {
            Write(await Mending.MendAsync(wanted, reach, cancellationToken).ConfigureAwait(false), asChanges: true);
        }
    }

    public void Write(BothSidesResult result, bool asChanges = false)
    {
        foreach (var outcome in result.Outcomes)
        {
            var shown = RmfSideResult.Of(outcome);
            cmdlet.WriteObject(asChanges ? Change(shown) : shown);
            if (!outcome.IsDone)
            {
                cmdlet.WriteError(ErrorOf(outcome, shown));
            }
        }

        if (result.NotRemembered is { } failure)
        {
            cmdlet.WriteError(RmfErrorRecord.From(failure, cmdlet.PolicyInUse.OperatorPath));
        }

        if (result.NotLogged is { } why)
        {
            cmdlet.WriteWarning($"The log of operators' actions could not be written: {why}");
        }
    }

    public static ErrorRecord ErrorOf(SideOutcome outcome, RmfSideResult shown)
    {
        var category = outcome.Error is { } error ? SiteErrorCategory.Of(error.Kind) : ErrorCategory.WriteError;
        var message = $"{shown.Camera}: {shown.Action} on the {shown.Side.ToLowerInvariant()} side: {shown.Reason}";
        var advice = outcome.IsRemembered ? "The other side has it. Test-RmfInconsistency shows what this side lacks; Repair-RmfInconsistency or the next Sync-RmfSite does it." : outcome.Error?.Advice ?? "See the message.";
        return outcome.Status switch
        {
            SideStatus.Unreachable => RmfErrorRecord.Create("SideUnreachable", category, message, advice, shown),
            SideStatus.Absent => RmfErrorRecord.Create("SideAbsent", category, message, advice, shown),
            _ => RmfErrorRecord.Create("SideFailed", category, message, advice, shown),
        };
    }

    private static RmfChangeResult Change(RmfSideResult result) => new()
    {
        Time = result.Time,
        Site = result.Site,
        Kind = "Operator",
        Name = result.Camera,
        Action = result.Action,
        Status = result.Status is nameof(SideStatus.Done) or nameof(SideStatus.Unchanged) ? nameof(ChangeStatus.Verified) : nameof(ChangeStatus.Failed),
        Reason = result.Reason,
    };

    private static SiteError Unknown(string name, RunFailure failure) => new(SiteErrorKind.Unreachable, name, "log in", failure.Message, failure.Advice);
}

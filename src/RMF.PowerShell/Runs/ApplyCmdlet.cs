using System.Management.Automation;
using RMF.Core.Planning;
using RMF.Engine.Journal;
using RMF.Engine.Logs;
using RMF.Engine.Runs;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that carry a plan out.</summary>
public abstract class ApplyCmdlet : RunCmdlet
{
    /// <summary>Names of guards that this run overrides, one by one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(GuardCompleter))]
    public string[] AllowGuard { get; set; } = [];

    /// <summary>Does not ask, whatever the preference says; -Confirm asks all the same. Overrides no guard.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // -WhatIf, else the caller's preference. Known before the first ShouldProcess, because a plan without changes asks nothing.
    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
        ? LanguagePrimitives.IsTrue(bound)
        : OnPipeline(() => LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference")));

    private bool Asks => !Force || (MyInvocation.BoundParameters.TryGetValue("Confirm", out var bound) && LanguagePrimitives.IsTrue(bound));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Guards.RequireKnown(this, AllowGuard);
        base.BeginProcessing();
    }

    /// <summary>Asks, applies, and writes one result per change. A plan without changes says so and writes nothing.</summary>
    /// <param name="run">What to do.</param>
    /// <param name="events">Where the run reports.</param>
    /// <param name="skipped">What was asked for and is not in the plan, with the reason; written after the other results.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task CarryOutAsync(PreparedRun run, CmdletEvents events, IReadOnlyList<RmfChangeResult> skipped, CancellationToken cancellationToken)
    {
        WarnIncomplete(run);
        var words = new PlanWords(run, PolicyInUse.Name);
        if (IsWhatIf)
        {
            Preview(run, words, skipped);
            return;
        }

        var isRefused = Guards.Refusing(run.Plan, AllowGuard).Count > 0;
        foreach (var guard in isRefused ? [] : run.Plan.Guards)
        {
            WriteWarning($"{guard.Guard} is overridden: {guard.Message}");
        }

        // A plan that a guard refuses is not worth a question.
        if (!run.Plan.IsEmpty && !isRefused && Asks && !ShouldProcess(words.Target, words.Action))
        {
            return;
        }

        var results = new ResultStream(new Show(run.Context.Input), WriteObject);
        events.OnResult = results.Report;
        var outcome = await ApplyAsync(run, events, cancellationToken).ConfigureAwait(false);
        events.OnResult = null;
        var report = Taken(outcome, words.Plan);
        results.Finish(report);
        foreach (var one in skipped)
        {
            WriteObject(one);
        }

        Tell(report.Message);
        WarnConflicts(run.Plan);
        foreach (var error in results.Errors(report))
        {
            WriteError(error);
        }

        if (report.StateFailure is { } stateFailure)
        {
            WriteError(RmfErrorRecord.From(stateFailure, PolicyInUse.StatePath));
        }
    }

    /// <summary>Applies, and writes the log beside the run's journal, however it ends.</summary>
    private async Task<RunOutcome<RunReport>> ApplyAsync(PreparedRun run, CmdletEvents events, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await NewEngine(events).ApplyAsync(run, AllowGuard, cancellationToken).ConfigureAwait(false);
            Log.Add(TimeProvider.System.GetUtcNow(), outcome);
            return outcome;
        }
        catch (OperationCanceledException)
        {
            Log.Add(TimeProvider.System.GetUtcNow(), LogLevel.Warning, "The run was cancelled.");
            throw;
        }
        finally
        {
            if (new FileJournal(PolicyInUse.JournalPath).FileOf(run.Plan.Id) is { } file && Log.Save(FileJournal.LogOf(file)) is { } unsaved)
            {
                WriteWarning(unsaved.Message);
            }
        }
    }

    private void Preview(PreparedRun run, PlanWords words, IReadOnlyList<RmfChangeResult> skipped)
    {
        if (run.Plan.IsEmpty)
        {
            Tell("No changes: there is nothing to write.");
        }
        else
        {
            ShouldProcess(words.Target, words.Action);
        }

        foreach (var change in run.Plan.Changes.Where(c => c.Writes))
        {
            ShouldProcess(change.Id, words.Of(change));
        }

        foreach (var one in skipped)
        {
            WriteObject(one);
        }

        foreach (var guard in Guards.Refusing(run.Plan, AllowGuard))
        {
            WriteWarning($"It would be refused by {guard.Guard}: {guard.Message}");
        }

        WarnConflicts(run.Plan);
    }

    // Said each time, because a pipeline looks at warnings and not at the line for people.
    private void WarnConflicts(Plan plan)
    {
        if (plan.Summary.Conflict > 0)
        {
            WriteWarning(FormattableString.Invariant($"{plan.Summary.Conflict} objects were changed on both sides and are left alone. Test-RmfInconsistency shows them; the policy's conflicts says who wins."));
        }
    }
}

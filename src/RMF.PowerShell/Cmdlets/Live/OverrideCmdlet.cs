using System.Management.Automation;
using RMF.Core.Live;
using RMF.Core.Words;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The base of cmdlets that write overrides: the records go to the sites of both sides, and clients go by them within two seconds.</summary>
public abstract class OverrideCmdlet : RunCmdlet
{
    /// <summary>Names of cameras that a refusal lists.</summary>
    private const int NamesShown = 20;

    /// <summary>Gives the overrides as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private TimeSpan ahead;

    /// <summary>Server time once a site has answered, this machine's before.</summary>
    private protected DateTimeOffset Now => DateTimeOffset.UtcNow + ahead;

    /// <summary>The sites that answer.</summary>
    private protected async Task<IReadOnlyList<ISite>> ReachAsync(CancellationToken cancellationToken)
    {
        var sites = await ReachableSites.ConnectAsync(this, PolicyInUse, cancellationToken).ConfigureAwait(false);
        ahead = ServerTime.Ahead(sites);
        return sites;
    }

    /// <summary>Whether the person wants to be asked about an order of this scope. An order to all tiles of a recording server or a side is one of high impact, to a camera's it is not.</summary>
    private protected bool IsAllowed(OverrideScope scope, string target, string action)
        => (scope == OverrideScope.Camera && !OnPipeline(IsAskedToAsk)) || ShouldProcess(target, action);

    /// <summary>Writes records and shows what came of it; an error for each site that does not hold them.</summary>
    private protected async Task WriteAsync(IReadOnlyCollection<ISite> sites, Func<IReadOnlyList<OverrideRecord>, IReadOnlyList<OverrideRecord>> add, CancellationToken cancellationToken)
    {
        if (sites.Count == 0)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("NoSiteAnswers", ErrorCategory.ConnectionError, "No site of the policy answers, so no override can be written.", "See the errors above; Test-RmfSite looks at each site.", PolicyInUse.Name));
        }

        var written = await OverrideStore.WriteAsync(sites, add, Now, cancellationToken).ConfigureAwait(false);
        if (written.IsFull)
        {
            ThrowTerminatingError(RmfErrorRecord.Create(
                "TooManyOverrides",
                ErrorCategory.LimitsExceeded,
                $"There would be more than {RMF.Policy.Publishing.OverrideText.MostRecords} overrides; nothing was written.",
                "Move a recording server with -Recorder, or a side with -Side, in place of single cameras.",
                PolicyInUse.Name));
        }

        foreach (var site in sites.Select(s => s.Info.Name))
        {
            if (written.ErrorOf(site) is { } error)
            {
                WriteError(RmfErrorRecord.From(error, site));
            }
        }

        foreach (var record in PassThru ? written.Added : [])
        {
            WriteObject(Overrides.Show(record, written.Sites, PolicyInUse.Model.Sites.Keys, Now));
        }
    }

    /// <summary>Ends the cmdlet where the side that is to be shown cannot serve, unless the person allows that.</summary>
    private protected async Task RequireServingAsync(IReadOnlyList<ServeQuestion> questions, IReadOnlyCollection<string> allowed, CancellationToken cancellationToken)
    {
        if (questions.Count > ServeCheck.MostPictures)
        {
            WriteVerbose($"{Counted.Of(questions.Count, "camera")} to decide; a picture of {ServeCheck.MostPictures} of them is asked for.");
        }

        var problems = await ServeCheck.RunAsync(questions, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (problems.Count == 0)
        {
            return;
        }

        var list = string.Join("; ", problems.Take(NamesShown).Select(p => $"{p.Name}: {p.Reason.TrimEnd('.')}")) + (problems.Count > NamesShown ? $"; and {problems.Count - NamesShown} more" : "");
        var message = $"{problems.Count} of {Counted.Of(questions.Count, "camera")} cannot be shown from there: {list}.";
        if (allowed.Contains(Overrides.Guard, StringComparer.OrdinalIgnoreCase))
        {
            WriteWarning(message + " Their tiles keep the side that has a picture.");
            return;
        }

        ThrowTerminatingError(RmfErrorRecord.Create("TargetCannotServe", ErrorCategory.ResourceUnavailable, message, $"Mend what the message names, or go on with -AllowGuard {Overrides.Guard}.", PolicyInUse.Name));
    }

    private bool IsAskedToAsk()
        => MyInvocation.BoundParameters.ContainsKey("WhatIf") || MyInvocation.BoundParameters.ContainsKey("Confirm")
            || LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"))
            || SessionState.PSVariable.GetValue("ConfirmPreference")?.ToString() is "Low" or "Medium";
}

using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Words;
using RMF.Engine.Ports;
using RMF.Engine.Publishing;
using RMF.Engine.Runs;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Policies;

/// <summary>Keeps the policy and the pairs of cameras in the sites of both sides, where every client finds them.</summary>
[Cmdlet(VerbsData.Publish, "RmfPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfPublication))]
public sealed class PublishRmfPolicy : RunCmdlet
{
    /// <summary>Takes the place of another policy that is published there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var model = PolicyInUse.Model;
        var sites = await ReachableSites.ConnectAsync(this, PolicyInUse, cancellationToken).ConfigureAwait(false);
        var copy = PublishedCopy.Load(PolicyInUse.PublishedPath);
        var there = await PolicyPublication.ReadAsync(sites, cancellationToken).ConfigureAwait(false);
        var newest = PublishedChoice.Newest(there.Select(t => t.Reading).Concat([copy]))?.Policy;
        RefuseOther(there.Select(t => t.Reading.Policy).OfType<PublishedPolicy>());
        var wanted = new PublishedPolicy
        {
            Serial = 0,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = DateTimeOffset.UtcNow,
            By = sites.Count > 0 ? sites[0].Info.Account : "",
            Pairs = await PairsAsync(sites, newest, cancellationToken).ConfigureAwait(false),
        };
        if (!ShouldProcess(string.Join(", ", model.Sites.Keys), $"Publish the policy '{model.Name}' with {Counted.Of(wanted.Pairs.Count, "pair")} of cameras"))
        {
            return;
        }

        var (published, results) = await PolicyPublication.PublishAsync([.. sites], wanted, [copy], cancellationToken).ConfigureAwait(false);
        if (results.Any(r => r.Status != PublishStatus.Failed) && (copy.Policy is not { } kept || kept.Serial != published.Serial || !kept.SaysTheSame(published)))
        {
            PublishedCopy.Save(PolicyInUse.PublishedPath, published);
        }

        foreach (var result in results)
        {
            var shown = RmfPublication.Of(result.Site, result.Status == PublishStatus.Failed ? null : published, DateTimeOffset.UtcNow);
            shown.Status = result.Status.ToString();
            shown.InForce = result.Status != PublishStatus.Failed;
            shown.Reason = result.Error?.Message ?? "";
            if (result.Error is { } error)
            {
                WriteError(RmfErrorRecord.From(error, result.Site));
            }

            WriteObject(shown);
        }

        foreach (var missing in model.Sites.Keys.Where(n => results.All(r => r.Site != n)))
        {
            var shown = RmfPublication.Of(missing, null, DateTimeOffset.UtcNow);
            shown.Status = nameof(PublishStatus.Failed);
            shown.Reason = "the site does not answer; run Publish-RmfPolicy again when it is back";
            WriteObject(shown);
        }
    }

    private void RefuseOther(IEnumerable<PublishedPolicy> there)
    {
        if (!Force && there.FirstOrDefault(t => t.Name != PolicyInUse.Name) is { } other)
        {
            ThrowTerminatingError(RmfErrorRecord.Create(
                "OtherPolicyPublished",
                ErrorCategory.ResourceExists,
                $"Another policy is published there: '{other.Name}', serial {other.Serial}, by {other.By}.",
                "A site keeps one policy. Get-RmfPolicy -FromSite shows it; -Force takes its place.",
                other.Name));
        }
    }

    /// <summary>The pairs as both sides hold them now; where a side cannot be read, those that were published before.</summary>
    private async Task<IReadOnlyList<CameraPair>> PairsAsync(IReadOnlyList<ISite> sites, PublishedPolicy? newest, CancellationToken cancellationToken)
    {
        if (sites.Count == PolicyInUse.Model.Sites.Count)
        {
            using var events = new CmdletEvents(this, "Reading both sides");
            var planned = await TryPrepareAsync(new SiteSet(sites, owns: false), events, cancellationToken).ConfigureAwait(false);
            if (planned.TryGet(out var run, out var failure))
            {
                WarnIncomplete(run);
                return PublishedPairs.Of(PolicyInUse.Model, run.Context.Input, run.Context.Options.Naming);
            }

            WriteError(RmfErrorRecord.From(failure, PolicyInUse.Name));
        }

        WriteWarning($"Both sides could not be read: what was published before stays, {Counted.Of(newest?.Pairs.Count ?? 0, "pair")} of cameras.");
        if (newest is null)
        {
            return [];
        }

        var (pairs, unknown) = PublishedPairs.Carried(newest, PolicyInUse.Model);
        foreach (var selector in unknown)
        {
            WriteWarning($"Which cameras the override for {selector} is for is not known: it counts for none until Publish-RmfPolicy can read both sides.");
        }

        return pairs;
    }
}

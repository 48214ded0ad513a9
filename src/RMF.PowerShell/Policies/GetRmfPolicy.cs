using System.Management.Automation;
using RMF.Engine.Publishing;
using RMF.Policy.Publishing;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Policies;

/// <summary>Gives the current policy, or another one without making it current; with -FromSite what of it is published.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPolicy")]
[OutputType(typeof(RmfPolicy), typeof(RmfPublication))]
public sealed class GetRmfPolicy : AsyncRmfCmdlet
{
    /// <summary>A path or a policy. Default: the current policy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public PolicyArgument? Policy { get; set; }

    /// <summary>Shows what the sites and the local copy keep, and whether it says the same as the file.</summary>
    [Parameter]
    public SwitchParameter FromSite { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var policy = OnPipeline(() => this.RequirePolicy(Policy));
        if (!FromSite)
        {
            WriteObject(policy);
            return;
        }

        var sites = await ReachableSites.ConnectAsync(this, policy, cancellationToken).ConfigureAwait(false);
        var read = (await PolicyPublication.ReadAsync(sites, cancellationToken).ConfigureAwait(false)).Select(r => r.Reading).ToList();
        read.AddRange(policy.Model.Sites.Keys.Where(n => read.TrueForAll(r => r.Source != n)).Select(n => new PublishedReading(n, null, "the site does not answer") { IsUnreachable = true }));
        read.Add(PublishedCopy.Load(policy.PublishedPath));
        var best = PublishedChoice.Newest(read);
        foreach (var reading in read)
        {
            WriteObject(Shown(reading, best, policy));
        }

        if (best?.Policy is { } inForce && inForce.Hash != policy.Hash)
        {
            WriteWarning($"The policy file says something else than what is published (serial {inForce.Serial}). Publish-RmfPolicy publishes the file.");
        }
    }

    private static RmfPublication Shown(PublishedReading reading, PublishedReading? best, RmfPolicy file)
    {
        var shown = RmfPublication.Of(reading.Source, reading.Policy, DateTimeOffset.UtcNow);
        shown.InForce = ReferenceEquals(reading, best);
        shown.Drift = reading.Policy is not null && reading.Policy.Hash != file.Hash;
        shown.Reason = reading.Problem ?? "";
        shown.Status = reading switch
        {
            { IsUnreachable: true } => "Unreachable",
            { Policy: null, Problem: null } => "Missing",
            { Policy: null } => "Invalid",
            _ when reading.Policy.Serial < best!.Policy!.Serial => "Outdated",
            _ => "Current",
        };
        return shown;
    }
}

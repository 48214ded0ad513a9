using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sites;

/// <summary>Checks that the policy's sites can be reached, logged in to and read, before a run needs it. Writes one object per check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfSite")]
[OutputType(typeof(RmfSiteCheck), typeof(bool))]
public sealed class TestRmfSite : PolicyCmdlet
{
    /// <summary>The site's name; wildcards allowed. Default: all sites of the policy.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Site { get; set; } = "*";

    /// <summary>Writes only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var pattern = WildcardPattern.Get(Site, WildcardOptions.IgnoreCase);
        var checks = new List<RmfSiteCheck>();
        foreach (var site in PolicyInUse.Model.Sites.Where(s => pattern.IsMatch(s.Key)))
        {
            checks.AddRange(await CheckAsync(site.Key, site.Value, cancellationToken).ConfigureAwait(false));
        }

        if (Quiet)
        {
            WriteObject(checks.Count > 0 && checks.TrueForAll(c => c.Passed));
        }
        else
        {
            WriteObject(checks, enumerateCollection: true);
        }
    }

    private async Task<List<RmfSiteCheck>> CheckAsync(string name, RMF.Policy.SitePolicy policy, CancellationToken cancellationToken)
    {
        var login = new Engine.Runs.Setup.SiteLogin(NewConnector(WriteDebug), this.SecretSource());
        var outcome = await login.ConnectAsync(name, policy, PolicyInUse.Model.Performance, cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var site, out var failure))
        {
            return [new RmfSiteCheck { Site = name, Check = "LogIn", Detail = failure.Message, Advice = failure.Advice }];
        }

        using (site)
        {
            var checks = new List<RmfSiteCheck>
            {
                new() { Site = name, Check = "LogIn", Passed = true, Detail = $"{site.Info.ServerName} {site.Info.Version} as {site.Info.Account}" },
                new()
                {
                    Site = name,
                    Check = "Certificate",
                    Passed = site.Info.Warnings.Count == 0,
                    Detail = site.Info.Warnings.Count == 0 ? "checked, or the site is on this machine" : string.Join(" ", site.Info.Warnings),
                    Advice = site.Info.Warnings.Count == 0 ? string.Empty : "Give the server a certificate of an authority that this machine trusts, and verify: true.",
                },
            };
            checks.AddRange(await ReadAsync(site, cancellationToken).ConfigureAwait(false));
            return checks;
        }
    }

    private async Task<IEnumerable<RmfSiteCheck>> ReadAsync(ISite site, CancellationToken cancellationToken)
    {
        var request = new SnapshotRequest([ItemKind.RecordingServer, ItemKind.Storage], [], ReadDepth.Full);
        var read = await site.Reader.ReadAsync(request, null, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var snapshot))
        {
            return [new RmfSiteCheck { Site = site.Info.Name, Check = "Recorders", Detail = read.Error!.ToString(), Advice = read.Error.Advice }];
        }

        var labelled = PolicyInUse.Model.Recorders.Primary.Concat(PolicyInUse.Model.Recorders.Secondary).Select(r => r.Name).ToList();
        var names = snapshot.OfKind(ItemKind.RecordingServer).Select(r => r.Name).ToList();
        var known = names.Where(n => labelled.Contains(n, StringComparer.OrdinalIgnoreCase)).ToList();
        return
        [
            new RmfSiteCheck
            {
                Site = site.Info.Name,
                Check = "Recorders",
                Passed = known.Count > 0,
                Detail = FormattableString.Invariant($"{names.Count} recording servers, of which the policy labels {known.Count}: {string.Join(", ", known)}"),
                Advice = known.Count > 0 ? string.Empty : $"Name at least one of {string.Join(", ", names)} in the policy's recorders.",
            },
        ];
    }
}

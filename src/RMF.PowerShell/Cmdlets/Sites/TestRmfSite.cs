using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Words;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sites;

/// <summary>Checks that the policy's sites can be reached, logged in to and read, before a run needs it. Writes one object per check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfSite")]
[OutputType(typeof(RmfSiteCheck), typeof(bool))]
public sealed class TestRmfSite : PolicyCmdlet
{
    private readonly List<SiteSnapshot> read = [];

    /// <summary>The site's name; wildcards allowed. Default: all sites of the policy, and whether its recorders, links and storages are there.</summary>
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
        var pattern = NamePattern.Of(Site);
        var sites = PolicyInUse.Model.Sites.Where(s => pattern.IsMatch(s.Key)).ToList();
        if (sites.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(Site))
        {
            WriteError(SiteObjects.NotInPolicy(PolicyInUse, Site));
            return;
        }

        var passed = sites.Count > 0;
        foreach (var site in sites)
        {
            foreach (var check in await CheckAsync(site.Key, cancellationToken).ConfigureAwait(false))
            {
                Report(check);
            }
        }

        if (read.Count > 0 && read.Count == PolicyInUse.Model.Sites.Count)
        {
            Report(CheckLinks());
        }

        if (Quiet)
        {
            WriteObject(passed);
        }

        void Report(RmfSiteCheck check)
        {
            passed &= check.Passed;
            if (!Quiet)
            {
                WriteObject(check);
            }
        }
    }

    private async Task<IReadOnlyList<RmfSiteCheck>> CheckAsync(string name, CancellationToken cancellationToken)
    {
        // A log-in of its own: that the session is logged in already says nothing about the password.
        var login = new SiteLogin(NewConnector(this), this.SecretSource());
        var outcome = await login.ConnectAsync(PolicyInUse.Model, name, [], cancellationToken).ConfigureAwait(false);
        if (!outcome.TryGet(out var site, out var failure))
        {
            return [new RmfSiteCheck { Site = name, Check = "LogIn", Detail = failure.Message, Advice = failure.Advice }];
        }

        using (site)
        {
            var warnings = site.Info.Warnings;
            return
            [
                new() { Site = name, Check = "LogIn", Passed = true, Detail = $"{site.Info.ServerName} {site.Info.Version} as {(site.Info.Account.Length > 0 ? site.Info.Account : "the current account")}" },
                new()
                {
                    Site = name,
                    Check = "Connection",
                    Passed = warnings.Count == 0,
                    Detail = warnings.Count > 0 ? string.Join(" ", warnings) : site.Info.Uri.Scheme == Uri.UriSchemeHttps ? "https, with a certificate that this machine trusts" : "http, on this machine",
                    Advice = warnings.Count == 0 ? string.Empty : "Use https, with a certificate of an authority that this machine trusts, and verify: true.",
                },
                await ReadAsync(site, cancellationToken).ConfigureAwait(false),
            ];
        }
    }

    private async Task<RmfSiteCheck> ReadAsync(ISite site, CancellationToken cancellationToken)
    {
        var request = new SnapshotRequest([ItemKind.RecordingServer, ItemKind.Storage], [], ReadDepth.Full);
        var answer = await site.Reader.ReadAsync(request, null, cancellationToken).ConfigureAwait(false);
        if (!answer.TryGet(out var snapshot))
        {
            return new RmfSiteCheck { Site = site.Info.Name, Check = "Recorders", Detail = answer.Error!.ToString(), Advice = answer.Error.Advice };
        }

        read.Add(snapshot);
        var labels = PolicyInUse.Model.Recorders;
        var labelled = new HashSet<string>(labels.Primary.Concat(labels.Secondary).Where(r => r.Site is null || string.Equals(r.Site, site.Info.Name, StringComparison.OrdinalIgnoreCase)).Select(r => r.Name), StringComparer.OrdinalIgnoreCase);
        var names = snapshot.OfKind(ItemKind.RecordingServer).Select(r => r.Name).ToList();
        var known = names.Where(labelled.Contains).ToList();
        return new RmfSiteCheck
        {
            Site = site.Info.Name,
            Check = "Recorders",
            Passed = known.Count > 0,
            Detail = FormattableString.Invariant($"{known.Count} of {names.Count} recording servers are labelled{(known.Count > 0 ? ": " : string.Empty)}{string.Join(", ", known)}"),
            Advice = known.Count > 0 ? string.Empty : $"Name at least one of {string.Join(", ", names)} in the policy's recorders.",
        };
    }

    private RmfSiteCheck CheckLinks()
    {
        var site = string.Join(", ", read.Select(s => s.Site));
        return new TopologyResolver(PolicyInUse.Model, read).Resolve().TryGet(out _, out var failure)
            ? new RmfSiteCheck { Site = site, Check = "Links", Passed = true, Detail = $"{Counted.Of(PolicyInUse.Model.Links.Count, "link")}: all recording servers and storages are there" }
            : new RmfSiteCheck { Site = site, Check = "Links", Detail = failure.Message, Advice = failure.Advice };
    }
}

using System.Management.Automation;
using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Runs;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Policies;

/// <summary>Writes a policy from what two connected sides hold: the first step for someone who has no file yet.</summary>
[Cmdlet(VerbsData.Export, "RmfPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(RmfPolicy))]
public sealed class ExportRmfPolicy : AsyncRmfCmdlet
{
    private string file = "";

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>Names of the connected sites that record.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string[] PrimarySite { get; set; } = [];

    /// <summary>Names of the connected sites that are the backup.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string[] SecondarySite { get; set; } = [];

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the policy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        file = ResolvePath(Path);
        RefuseExisting(file, Force);

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Reading both sides");
        var sites = new Dictionary<string, SitePolicy>(StringComparer.Ordinal);
        var primary = await ReadAsync(PrimarySite, SiteSide.Primary, sites, cancellationToken).ConfigureAwait(false);
        var secondary = await ReadAsync(SecondarySite, SiteSide.Secondary, sites, cancellationToken).ConfigureAwait(false);
        var policy = PolicyProposal.From(System.IO.Path.GetFileNameWithoutExtension(file), sites, primary, secondary);
        var text = PolicyWriter.ToYaml(policy);
        foreach (var gap in Gaps(policy, primary, secondary))
        {
            WriteWarning(gap);
        }

        foreach (var error in PolicyReader.Parse(text, file).Messages.Where(m => m.Severity == PolicySeverity.Error))
        {
            WriteError(RmfErrorRecord.From(error));
        }

        if (!ShouldProcess(file, "Write policy"))
        {
            return;
        }

        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (PassThru)
        {
            WriteObject(OnPipeline(() => this.LoadPolicy(file, warn: true)));
        }
    }

    private async Task<List<SiteSnapshot>> ReadAsync(string[] names, SiteSide side, Dictionary<string, SitePolicy> sites, CancellationToken cancellationToken)
    {
        var snapshots = new List<SiteSnapshot>();
        foreach (var name in names)
        {
            if (Session.Get<SessionSites>().Find(name) is not { } site)
            {
                ThrowTerminatingError(RmfErrorRecord.Create("SiteNotConnected", ErrorCategory.ObjectNotFound, $"This session is not logged in to a site '{name}'.", "Log in first: Connect-RmfSite -Site NAME -Uri ADDRESS -Credential (Get-Credential).", name));
                throw new InvalidOperationException("ThrowTerminatingError returned.");
            }

            var request = new SnapshotRequest([ItemKind.RecordingServer, ItemKind.Storage, ItemKind.Hardware], [], ReadDepth.Full);
            var read = await site.Reader.ReadAsync(request, null, cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var snapshot))
            {
                ThrowTerminatingError(RmfErrorRecord.From(read.Error!, name));
                throw new InvalidOperationException("ThrowTerminatingError returned.");
            }

            sites[site.Info.Name] = new SitePolicy { Side = side, Uri = Server(site.Info.Uri), Credential = CredentialOf(site.Info) };
            snapshots.Add(snapshot);
        }

        return snapshots;
    }

    /// <summary>What the proposal could not find out, so that nobody takes it for checked.</summary>
    private static IEnumerable<string> Gaps(RedundancyPolicy policy, List<SiteSnapshot> primary, List<SiteSnapshot> secondary)
    {
        if (policy.Recorders.Primary.Count == 0)
        {
            yield return "The primary sites have no recording server: there is nothing to protect.";
        }

        if (policy.Recorders.Secondary.Count == 0)
        {
            yield return "The secondary sites have no recording server: there is nothing that could protect.";
        }

        foreach (var link in policy.Links)
        {
            var storages = StoragesOf(primary, link.Primary).Where(s => !link.Storage.ContainsKey(s)).ToList();
            if (storages.Count > 0)
            {
                yield return $"{link.Primary} -> {link.Secondary}: no storage was found for {string.Join(", ", storages)}; what records there goes to the default storage. Write the link's storage by hand where that is wrong.";
            }
        }

        var idle = secondary.SelectMany(s => s.OfKind(ItemKind.RecordingServer)).Select(r => r.Name).Where(r => !policy.Recorders.Secondary.Any(l => string.Equals(l.Name, r, StringComparison.OrdinalIgnoreCase))).ToList();
        if (idle.Count > 0)
        {
            yield return $"No link leads to {string.Join(", ", idle)}.";
        }
    }

    private static IEnumerable<string> StoragesOf(List<SiteSnapshot> snapshots, RecorderName recorder)
        => snapshots.Where(s => recorder.Site is null || string.Equals(s.Site, recorder.Site, StringComparison.OrdinalIgnoreCase))
            .SelectMany(s => s.OfKind(ItemKind.Storage).Where(t => t.Parent is { } parent && string.Equals(s.Find(parent)?.Name, recorder.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(t => t.Name);

    /// <summary>The management server behind a gateway's address.</summary>
    private static Uri Server(Uri gateway) => new(gateway.GetLeftPart(UriPartial.Authority) + "/");

    /// <summary>A basic user's password is looked for as a secret by the site's name; it never stands in the file.</summary>
    private static CredentialPolicy? CredentialOf(SiteInfo info) => info.Account.Length == 0 || info.Account.IndexOf('\\') >= 0
        ? null
        : new CredentialPolicy { User = info.Account, Password = new SecretReference(SecretStore.Secret, $"rmf-{info.Name}") };
}

using System.Management.Automation;
using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Twins;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Runs;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Cmdlets.Lab;

/// <summary>Writes what connected sites hold as a world of the simulator, without secrets, so that a policy can be rehearsed on the twin of a site.</summary>
[Cmdlet(VerbsData.Export, "RmfWorld", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportRmfWorld : AsyncRmfCmdlet
{
    private string file = "";

    /// <summary>The file to write, ending in .yaml.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>Names of connected sites. Default: all that this session is logged in to.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string[]? Site { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file.</summary>
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
        var sites = Sites();
        using var events = new CmdletEvents(this, "Reading the sites");
        var policy = Session.Get<CurrentPolicy>().Known?.Model;
        var read = new List<(SiteSnapshot, string?)>();
        foreach (var site in sites)
        {
            WriteVerbose($"Reading {site.Info.Name}");
            var outcome = await site.Reader.ReadAsync(new SnapshotRequest(TwinWorld.Kinds, [], ReadDepth.Full), null, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var snapshot))
            {
                ThrowTerminatingError(RmfErrorRecord.From(outcome.Error!, site.Info.Name));
                return;
            }

            if (!snapshot.IsComplete)
            {
                WriteWarning($"{site.Info.Name} was not read in full: the twin has the model's values where the site's are not known. Get-RmfInventory shows what is missing.");
            }

            read.Add((snapshot, policy?.Sites.TryGetValue(site.Info.Name, out var named) == true ? named.Side.ToString() : null));
        }

        var text = TwinWorld.Write(System.IO.Path.GetFileNameWithoutExtension(file), read);
        if (!ShouldProcess(file, $"Write the twin of {string.Join(", ", sites.Select(s => s.Info.Name))}"))
        {
            return;
        }

        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(RmfErrorRecord.From(exception, file));
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    private IReadOnlyList<ISite> Sites()
    {
        var connected = Session.Get<SessionSites>();
        if (Site is null)
        {
            if (connected.All.Count == 0)
            {
                ThrowTerminatingError(RmfErrorRecord.Create("SiteNotConnected", ErrorCategory.ObjectNotFound, "This session is not logged in to any site.", "Log in first: Connect-RmfSite, for the sites of the policy or for one by its address.", null));
            }

            return connected.All;
        }

        var sites = new List<ISite>();
        foreach (var name in Site.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (connected.Find(name) is not { } site)
            {
                ThrowTerminatingError(SiteObjects.NotConnected(name));
                return [];
            }

            sites.Add(site);
        }

        return sites;
    }
}

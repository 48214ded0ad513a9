using System.Management.Automation;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Runs;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Cmdlets.Sites;

/// <summary>Logs in to sites: all of the policy's, one of them, or one by its address.</summary>
[Cmdlet(VerbsCommunications.Connect, "RmfSite", DefaultParameterSetName = "Policy")]
[OutputType(typeof(RmfSite))]
public sealed class ConnectRmfSite : AsyncRmfCmdlet
{
    private RmfPolicy? policy;
    private Action<string>? debug;

    /// <summary>The site's name: in the policy, or for the session when an address is given. Default: all sites of the policy.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>The policy that names the sites.</summary>
    [Parameter(ParameterSetName = "Policy")]
    public PolicyArgument? Policy { get; set; }

    /// <summary>The management server's address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Credential", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = "Token")]
    [Parameter(Mandatory = true, ParameterSetName = "Current")]
    [Alias("BaseUri")]
    public Uri? Uri { get; set; }

    /// <summary>A basic user of the VMS, or with -Windows a Windows account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Credential", ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The credential is a Windows account.</summary>
    [Parameter(ParameterSetName = "Credential")]
    public SwitchParameter Windows { get; set; }

    /// <summary>The account that PowerShell runs under.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Current")]
    public SwitchParameter CurrentUser { get; set; }

    /// <summary>A token of another tool, e.g. MilestonePSTools' Get-VmsToken. It cannot be renewed here.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Token")]
    public string? AccessToken { get; set; }

    /// <summary>SHA-256 thumbprint of the one certificate to accept although no authority vouches for it.</summary>
    [Parameter(ParameterSetName = "Credential")]
    [Parameter(ParameterSetName = "Token")]
    [Parameter(ParameterSetName = "Current")]
    public string? Thumbprint { get; set; }

    /// <summary>Does not check the server's certificate. Anyone on the way can then read and change everything.</summary>
    [Parameter(ParameterSetName = "Credential")]
    [Parameter(ParameterSetName = "Token")]
    [Parameter(ParameterSetName = "Current")]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        debug = WriteDebug;
        Session.Get<RequestTrace>().Open(debug);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Not before: pipeline input may choose another way than the policy.
        policy = ParameterSetName == "Policy" ? this.RequirePolicy(Policy) : null;
        base.ProcessRecord();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (debug is not null)
        {
            Session.Get<RequestTrace>().Close(debug);
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
        => policy is null ? ConnectByAddressAsync(cancellationToken) : ConnectByPolicyAsync(policy, cancellationToken);

    private async Task ConnectByPolicyAsync(RmfPolicy policyInUse, CancellationToken cancellationToken)
    {
        var wanted = policyInUse.Model.Sites.Where(s => Site is null || string.Equals(s.Key, Site, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0)
        {
            WriteError(SiteObjects.NotInPolicy(policyInUse, Site!));
        }

        var helper = new PolicyLogin(this, policyInUse);
        var order = SiteLogin.Order(policyInUse.Model).ToList();
        foreach (var site in wanted.OrderBy(s => order.IndexOf(s.Key)))
        {
            if (await helper.ConnectAsync(site.Key, cancellationToken).ConfigureAwait(false) is { } connected)
            {
                Session.Get<RunMemory>().Origins[site.Key] = site.Value.Uri ?? connected.Info.Uri;
                Report(connected);
            }
        }
    }

    private async Task ConnectByAddressAsync(CancellationToken cancellationToken)
    {
        SiteCredential credential = ParameterSetName switch
        {
            "Token" => new SiteCredential.AccessToken(new Secret(AccessToken!)),
            "Current" => new SiteCredential.CurrentWindowsUser(),
            _ when Windows => new SiteCredential.Windows(Credential!.UserName, new Secret(Credential.GetNetworkCredential().Password)),
            _ => new SiteCredential.Basic(Credential!.UserName, new Secret(Credential.GetNetworkCredential().Password)),
        };
        var connection = new SiteConnection(Site ?? Uri!.Host, Uri!, credential) { VerifyCertificate = !SkipCertificateCheck, PinnedThumbprint = Thumbprint };
        var outcome = await PolicyCmdlet.NewConnector(this).ConnectAsync(connection, cancellationToken).ConfigureAwait(false);
        if (outcome.Error is { } error)
        {
            WriteError(RmfErrorRecord.From(error, connection.Name));
            return;
        }

        Session.Get<RunMemory>().Origins.TryRemove(connection.Name, out _);
        Report(outcome.Value!);
    }

    private void Report(ISite site)
    {
        Session.Get<SessionSites>().Add(site);
        foreach (var warning in site.Info.Warnings)
        {
            WriteWarning(warning);
        }

        if (site.Info.LogIn is { } how)
        {
            WriteVerbose($"{site.Info.Name} at {site.Info.Uri}: logged in with {how}");
        }

        WriteObject(SiteObjects.Of(site.Info));
    }
}

using System.Management.Automation;
using RMF.Engine.Logs;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Sessions;
using RMF.XProtect;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that work on a policy's sites.</summary>
public abstract class PolicyCmdlet : AsyncRmfCmdlet
{
    private RmfPolicy? policy;
    private Action<string>? debug;

    /// <summary>A policy, or the path of one. Default: the one that Import-RmfPolicy set, else the environment variable RMF_POLICY.</summary>
    [Parameter]
    public PolicyArgument? Policy { get; set; }

    internal RmfPolicy PolicyInUse => policy ?? throw new InvalidOperationException("The policy is known after BeginProcessing.");

    /// <summary>What this cmdlet does and sees; written beside the journal of a run that it carries out.</summary>
    internal RunLog Log { get; } = new();

    internal RunMemory Memory => Session.Get<RunMemory>();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        policy = this.RequirePolicy(Policy);
        debug = line =>
        {
            Log.Add(TimeProvider.System.GetUtcNow(), LogLevel.Detail, line);
            WriteDebug(line);
        };
        Session.Get<RequestTrace>().Open(debug);
        base.BeginProcessing();
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

    /// <summary>Where the module logs in from: system clock, chance for the jitter, requests to the debug stream.</summary>
    internal static XProtectConnector NewConnector(RmfCmdlet cmdlet)
        => new(new XProtectOptions(TimeProvider.System, Environment.TickCount) { Verbose = cmdlet.Session.Get<RequestTrace>().Write });

    internal RedundancyEngine NewEngine(IRunEvents events) => new(new EngineServices
    {
        Time = TimeProvider.System,
        NewId = Guid.NewGuid,
        NewKey = NewKey,
        Secrets = this.SecretSource(),
        Events = events,
    });

    /// <summary>The policy's sites: those of the session where they fit, the others logged in now and kept. Ends the cmdlet where one fails.</summary>
    internal async Task<SiteSet> ConnectAsync(CancellationToken cancellationToken)
    {
        var login = new SiteLogin(NewConnector(this), this.SecretSource());
        var connected = Session.Get<SessionSites>();
        var sites = new List<ISite>();
        foreach (var site in SiteLogin.Order(PolicyInUse.Model).Select(name => new KeyValuePair<string, Policy.SitePolicy>(name, PolicyInUse.Model.Sites[name])))
        {
            var known = connected.Find(site.Key);
            if (known is not null && (!Memory.Origins.TryGetValue(site.Key, out var origin) || site.Value.Uri is null || origin == site.Value.Uri))
            {
                sites.Add(known);
                continue;
            }

            WriteVerbose($"Logging in to site {site.Key} at {site.Value.Uri?.ToString() ?? "the address that its parent tells"}");
            var attempt = await login.ConnectAsync(PolicyInUse.Model, site.Key, sites, cancellationToken).ConfigureAwait(false);
            if (!attempt.TryGet(out var opened, out var failure))
            {
                ThrowTerminatingError(RmfErrorRecord.From(failure, site.Key));
                throw new InvalidOperationException("ThrowTerminatingError returned.");
            }

            if (opened.Info.LogIn is { } how)
            {
                WriteVerbose($"{site.Key} at {opened.Info.Uri}: logged in with {how}");
            }

            connected.Add(opened);
            Memory.Origins[site.Key] = site.Value.Uri ?? opened.Info.Uri;
            sites.Add(opened);
        }

        return new SiteSet(sites, owns: false);
    }

    /// <summary>Shows a line to the person at the host, as Write-Host does.</summary>
    internal void Tell(string message) => WriteInformation(new HostInformationMessage { Message = message }, ["PSHOST"]);

    private static byte[] NewKey(int length)
    {
        var key = new byte[length];
        using var random = System.Security.Cryptography.RandomNumberGenerator.Create();
        random.GetBytes(key);
        return key;
    }
}

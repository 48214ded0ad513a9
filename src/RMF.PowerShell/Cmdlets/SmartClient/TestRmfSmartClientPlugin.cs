using System.Management.Automation;
using RMF.Engine.Publishing;
using RMF.Policy.Publishing;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.SmartClient;

/// <summary>Checks the Smart Client plugin of a machine: its files, and the policy that it finds in the sites. Writes one object per check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfSmartClientPlugin")]
[OutputType(typeof(RmfPluginCheck), typeof(bool))]
public sealed class TestRmfSmartClientPlugin : AsyncRmfCmdlet
{
    /// <summary>The plugin's folder. Default: where install.ps1 puts it.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A path or a policy. Default: the current policy; without one the policy is not checked.</summary>
    [Parameter]
    public PolicyArgument? Policy { get; set; }

    /// <summary>Writes only true or false: false when a check failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var folder = OnPipeline(() => Path is null ? PluginFolder.Standard(Environment.GetEnvironmentVariable) : ResolvePath(Path).TrimEnd('/', '\\'));
        var version = typeof(TestRmfSmartClientPlugin).Assembly.GetName().Version!;
        var checks = PluginFolder.Check(folder, version).Concat(await CheckPolicyAsync(cancellationToken).ConfigureAwait(false)).ToList();
        if (Quiet)
        {
            WriteObject(checks.TrueForAll(c => c.Status != RmfPluginCheck.Failed));
            return;
        }

        foreach (var check in checks)
        {
            WriteObject(check);
        }
    }

    private async Task<IReadOnlyList<RmfPluginCheck>> CheckPolicyAsync(CancellationToken cancellationToken)
    {
        if (Policy is null && Session.Get<CurrentPolicy>().Path is null)
        {
            return [RmfPluginCheck.Skip("Policy", "No policy was imported in this session, so the sites are not known.", "Import-RmfPolicy first, or name a policy with -Policy.")];
        }

        var policy = OnPipeline(() => this.RequirePolicy(Policy));
        var silent = new List<PublishedReading>();
        var sites = await ReachableSites.ConnectAsync(
            this, policy, (name, failure) => silent.Add(new(name, null, failure.Message) { IsUnreachable = true }), cancellationToken).ConfigureAwait(false);
        var readings = (await PolicyPublication.ReadAsync(sites, cancellationToken).ConfigureAwait(false)).Select(r => r.Reading).Concat(silent).ToList();
        readings.Add(PublishedCopy.Load(policy.PublishedPath));
        return PublishedChecks.Check(readings, policy.Hash);
    }
}

using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Logs a cmdlet in to one site of a policy; a failure is written as an error.</summary>
internal sealed class PolicyLogin
{
    private readonly AsyncRmfCmdlet cmdlet;
    private readonly RmfPolicy policy;
    private readonly SiteLogin login;

    public PolicyLogin(AsyncRmfCmdlet cmdlet, RmfPolicy policy)
    {
        this.cmdlet = cmdlet;
        this.policy = policy;
        login = new SiteLogin(PolicyCmdlet.NewConnector(cmdlet), cmdlet.SecretSource());
    }

    /// <summary>Null when it failed; the error is written.</summary>
    public async Task<ISite?> ConnectAsync(string name, CancellationToken cancellationToken)
    {
        var outcome = await login.ConnectAsync(policy.Model, name, cmdlet.Session.Get<SessionSites>().All, cancellationToken).ConfigureAwait(false);
        if (outcome.TryGet(out var connected, out var failure))
        {
            return connected;
        }

        cmdlet.WriteError(RmfErrorRecord.From(failure, name));
        return null;
    }
}

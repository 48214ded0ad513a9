using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Logs in to those sites of a policy that answer, for cmdlets that go on without the others.</summary>
internal static class ReachableSites
{
    /// <summary>The sites of the session where they fit, the others logged in now and kept. An error is written for each that fails.</summary>
    public static Task<IReadOnlyList<ISite>> ConnectAsync(AsyncRmfCmdlet cmdlet, RmfPolicy policy, CancellationToken cancellationToken)
        => ConnectAsync(cmdlet, policy, (name, failure) => cmdlet.WriteError(RmfErrorRecord.From(failure, name)), cancellationToken);

    /// <summary>As the other one; who asks hears of each site that fails.</summary>
    public static async Task<IReadOnlyList<ISite>> ConnectAsync(AsyncRmfCmdlet cmdlet, RmfPolicy policy, Action<string, RunFailure> failed, CancellationToken cancellationToken)
    {
        var login = new SiteLogin(PolicyCmdlet.NewConnector(cmdlet), cmdlet.SecretSource());
        var connected = cmdlet.Session.Get<SessionSites>();
        var memory = cmdlet.Session.Get<RunMemory>();
        var sites = new List<ISite>();
        foreach (var name in SiteLogin.Order(policy.Model))
        {
            var uri = policy.Model.Sites[name].Uri;
            if (connected.Find(name) is { } known && (!memory.Origins.TryGetValue(name, out var origin) || uri is null || origin == uri))
            {
                sites.Add(known);
                continue;
            }

            var attempt = await login.ConnectAsync(policy.Model, name, sites, cancellationToken).ConfigureAwait(false);
            if (!attempt.TryGet(out var opened, out var failure))
            {
                failed(name, failure);
                continue;
            }

            connected.Add(opened);
            memory.Origins[name] = uri ?? opened.Info.Uri;
            sites.Add(opened);
        }

        return sites;
    }
}

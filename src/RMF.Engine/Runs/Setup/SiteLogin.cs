using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.Engine.Runs.Setup;

/// <summary>Logs in to the sites of a policy.</summary>
public sealed class SiteLogin
{
    private readonly ISiteConnector connector;
    private readonly ISecretSource secrets;

    public SiteLogin(ISiteConnector connector, ISecretSource secrets)
    {
        this.connector = connector;
        this.secrets = secrets;
    }

    /// <summary>All sites at once; the first failure ends it and logs the others out.</summary>
    public async Task<RunOutcome<SiteSet>> ConnectAllAsync(RedundancyPolicy policy, CancellationToken cancellationToken)
    {
        var attempts = await Task.WhenAll(policy.Sites.Select(s => ConnectAsync(s.Key, s.Value, policy.Performance, cancellationToken))).ConfigureAwait(false);
        var sites = attempts.Where(a => a.Failure is null).Select(a => a.Value!).ToList();
        if (attempts.FirstOrDefault(a => a.Failure is not null).Failure is not { } failure)
        {
            return new SiteSet(sites, owns: true);
        }

        sites.ForEach(s => s.Dispose());
        return failure;
    }

    public async Task<RunOutcome<ISite>> ConnectAsync(string name, SitePolicy site, PerformancePolicy performance, CancellationToken cancellationToken)
    {
        var found = await CredentialAsync(site.Credential, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var credential, out var failure))
        {
            return failure with { Message = $"Site '{name}': {failure.Message}" };
        }

        var connection = new SiteConnection(name, site.Uri, credential)
        {
            VerifyCertificate = site.Tls.Verify,
            PinnedThumbprint = site.Tls.Thumbprint,
            Connections = performance.Connections,
            PageSize = performance.PageSize,
            ReadTimeout = performance.ReadTimeout,
        };
        var connected = await connector.ConnectAsync(connection, cancellationToken).ConfigureAwait(false);
        return connected.Error is { } error ? RunFailure.From(error) : RunOutcome<ISite>.Of(connected.Value!);
    }

    private async Task<RunOutcome<SiteCredential>> CredentialAsync(CredentialPolicy? policy, CancellationToken cancellationToken)
    {
        if (policy is null || policy.Windows is not null)
        {
            return new SiteCredential.CurrentWindowsUser();
        }

        if (policy.User is null || policy.Password is null)
        {
            return new RunFailure("RMF2005", "the policy gives no user name or no password.", "Give credential: { type: basic, user: NAME, password: { secret: NAME } }.");
        }

        var found = await secrets.FindAsync(policy.Password, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var password, out var failure))
        {
            return failure;
        }

        return policy.Type == CredentialType.Windows ? new SiteCredential.Windows(policy.User, password) : new SiteCredential.Basic(policy.User, password);
    }
}

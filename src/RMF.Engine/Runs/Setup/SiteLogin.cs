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

    /// <summary>
    /// The account of a site. A federated site that names none uses the one of the first site that does: in a federation the accounts are
    /// the parent's. Null = the Windows account that runs.
    /// </summary>
    public static CredentialPolicy? CredentialOf(RedundancyPolicy policy, string site)
        => policy.Sites[site].Credential
            ?? (policy.Architecture == Architecture.Federated ? policy.Sites.Values.Select(s => s.Credential).FirstOrDefault(c => c is not null) : null);

    /// <summary>All sites at once; the first failure ends it and logs the others out.</summary>
    public async Task<RunOutcome<SiteSet>> ConnectAllAsync(RedundancyPolicy policy, CancellationToken cancellationToken)
    {
        var attempts = await Task.WhenAll(policy.Sites.Select(s => ConnectAsync(policy, s.Key, cancellationToken))).ConfigureAwait(false);
        var sites = attempts.Where(a => a.Failure is null).Select(a => a.Value!).ToList();
        if (attempts.FirstOrDefault(a => a.Failure is not null).Failure is not { } failure)
        {
            return new SiteSet(sites, owns: true);
        }

        sites.ForEach(s => s.Dispose());
        return failure;
    }

    public async Task<RunOutcome<ISite>> ConnectAsync(RedundancyPolicy policy, string name, CancellationToken cancellationToken)
    {
        var site = policy.Sites[name];
        var performance = policy.Performance;
        var found = await CredentialAsync(CredentialOf(policy, name), cancellationToken).ConfigureAwait(false);
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

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

    /// <summary>The policy's sites in the order of logging in: parents before those that are found through them or may take their token.</summary>
    public static IReadOnlyList<string> Order(RedundancyPolicy policy) => policy.Sites.OrderBy(s => IsChild(policy, s.Key)).Select(s => s.Key).ToList();

    /// <summary>All sites at once, federated children after their parents; the first failure ends it and logs the others out.</summary>
    public async Task<RunOutcome<SiteSet>> ConnectAllAsync(RedundancyPolicy policy, CancellationToken cancellationToken)
    {
        var sites = new List<ISite>();
        foreach (var level in policy.Sites.Keys.GroupBy(name => IsChild(policy, name)).OrderBy(g => g.Key))
        {
            var above = sites.ToList();
            var attempts = await Task.WhenAll(level.Select(name => ConnectAsync(policy, name, above, cancellationToken))).ConfigureAwait(false);
            sites.AddRange(attempts.Where(a => a.Failure is null).Select(a => a.Value!));
            if (attempts.FirstOrDefault(a => a.Failure is not null).Failure is { } failure)
            {
                sites.ForEach(s => s.Dispose());
                return failure;
            }
        }

        return new SiteSet(sites, owns: true);
    }

    /// <param name="policy">Names the site.</param>
    /// <param name="name">Which one.</param>
    /// <param name="connected">Sites of the policy that are logged in: a federated child is found through them, and their token is tried there. They must outlive it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RunOutcome<ISite>> ConnectAsync(RedundancyPolicy policy, string name, IReadOnlyCollection<ISite> connected, CancellationToken cancellationToken)
    {
        var site = policy.Sites[name];
        var found = await CredentialAsync(CredentialOf(policy, name), cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var credential, out var failure))
        {
            return failure with { Message = $"Site '{name}': {failure.Message}" };
        }

        var parent = site.Credential is null && policy.Architecture == Architecture.Federated ? ParentOf(policy, name, connected) : null;
        if (site.Uri is { } uri)
        {
            return await ConnectAsync(policy, name, uri, credential, parent, cancellationToken).ConfigureAwait(false);
        }

        var (addresses, missing) = await new ChildSearch(this, policy, connected).FindAsync(name, cancellationToken).ConfigureAwait(false);
        RunFailure? first = missing;
        foreach (var address in addresses)
        {
            // Several addresses of one server: the next one is tried only when nobody answers at this one.
            var outcome = await ConnectAsync(policy, name, address, credential, parent, cancellationToken).ConfigureAwait(false);
            if (outcome.Failure?.Cause?.Kind is not (SiteErrorKind.Unreachable or SiteErrorKind.Timeout))
            {
                return outcome;
            }

            first ??= outcome.Failure;
        }

        return first!;
    }

    private static bool IsChild(RedundancyPolicy policy, string name)
        => policy.Architecture == Architecture.Federated
            && (policy.Sites[name].Uri is null || (policy.Sites[name].Credential is null && policy.Sites.Values.Any(s => s.Credential is not null)));

    /// <summary>The site whose account the child uses.</summary>
    private static ISite? ParentOf(RedundancyPolicy policy, string name, IReadOnlyCollection<ISite> connected)
        => connected.FirstOrDefault(c => !string.Equals(c.Info.Name, name, StringComparison.Ordinal) && policy.Sites.TryGetValue(c.Info.Name, out var above) && !IsChild(policy, c.Info.Name)
            && ReferenceEquals(above.Credential, CredentialOf(policy, name)));

    private async Task<RunOutcome<ISite>> ConnectAsync(RedundancyPolicy policy, string name, Uri uri, SiteCredential credential, ISite? parent, CancellationToken cancellationToken)
    {
        var site = policy.Sites[name];
        var performance = policy.Performance;
        var connection = new SiteConnection(name, uri, credential)
        {
            Parent = parent,
            VerifyCertificate = site.Tls.Verify,
            PinnedThumbprint = site.Tls.Thumbprint,
            Connections = performance.Connections,
            PageSize = performance.PageSize,
            ReadTimeout = performance.ReadTimeout,
        };
        var outcome = await connector.ConnectAsync(connection, cancellationToken).ConfigureAwait(false);
        return outcome.Error is { } error ? RunFailure.From(error) : RunOutcome<ISite>.Of(outcome.Value!);
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

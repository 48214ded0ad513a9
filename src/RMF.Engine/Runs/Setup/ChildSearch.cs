using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.Engine.Runs.Setup;

/// <summary>Finds a federated site that the policy gives no address for: by its name among the child sites of those that have one. Used once.</summary>
internal sealed class ChildSearch(SiteLogin login, RedundancyPolicy policy, IReadOnlyCollection<ISite> connected)
{
    private readonly List<string> seen = [];

    /// <summary>The addresses, best first; the failure where there is none.</summary>
    public async Task<(IReadOnlyList<Uri> Addresses, RunFailure? Failure)> FindAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var parent in policy.Sites.Where(s => s.Value.Uri is not null).Select(s => s.Key))
        {
            var known = connected.FirstOrDefault(c => string.Equals(c.Info.Name, parent, StringComparison.Ordinal));
            ISite? opened = null;
            if (known is null)
            {
                var attempt = await login.ConnectAsync(policy, parent, [], cancellationToken).ConfigureAwait(false);
                if (!attempt.TryGet(out opened, out var failure))
                {
                    return ([], failure);
                }
            }

            using (opened)
            {
                var read = await (known ?? opened!).ReadChildSitesAsync(cancellationToken).ConfigureAwait(false);
                if (read.Error is { } error)
                {
                    return ([], RunFailure.From(error));
                }

                seen.AddRange(read.Value!.Select(c => c.Name));
                var child = read.Value!.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(c.Id, name, StringComparison.OrdinalIgnoreCase));
                if (child is not null)
                {
                    return child.Addresses.Count > 0
                        ? (child.Addresses, null)
                        : ([], new RunFailure("RMF2009", $"Site '{name}': {parent} lists it as a child and tells no address of it.", "Give the site a uri in the policy."));
                }
            }
        }

        var there = seen.Count == 0 ? "there are no child sites" : "there are " + string.Join(", ", seen.Distinct(StringComparer.OrdinalIgnoreCase).Take(20));
        return ([], new RunFailure("RMF2009", $"Site '{name}' has no uri and no site of the policy has a child of this name: {there}.", "Give it a uri, or name it as its parent does."));
    }
}

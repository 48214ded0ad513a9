using RMF.Simulator.Building;
using RMF.Simulator.Store;

namespace RMF.Simulator;

/// <summary>
/// The federation of a world: which sites have which parent, at which address each answers, and whose tokens are good. Its sites share it, as
/// they share the network. Thread-safe.
/// </summary>
public sealed class Federation
{
    private readonly object gate = new();
    private readonly List<WorldSite> sites = [];
    private readonly Dictionary<string, Member> members = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the federation of sites that are whole already.</summary>
    /// <exception cref="ArgumentException">A parent is no site of the world, or a site is above itself.</exception>
    internal void Enter(IReadOnlyList<WorldSite> all)
    {
        sites.AddRange(all);
        foreach (var site in all.Where(s => s.Parent is not null))
        {
            var above = site;
            for (var depth = 0; above?.Parent is { } parent; depth++)
            {
                above = all.FirstOrDefault(s => string.Equals(s.Name, parent, StringComparison.OrdinalIgnoreCase));
                if (above is null || depth > all.Count)
                {
                    throw new ArgumentException(above is null ? $"The parent '{parent}' of '{site.Name}' is no site of this world." : $"'{site.Name}' is above itself.", nameof(all));
                }
            }
        }
    }

    internal IEnumerable<WorldSite> ChildrenOf(string parent) => sites.Where(s => string.Equals(s.Parent, parent, StringComparison.OrdinalIgnoreCase));

    /// <summary>The id that a site gives itself and its parents know it by.</summary>
    internal static Guid IdOf(WorldSite site) => new IdSource(site.Seed, site.Name).Of("site");

    internal Uri AddressOf(WorldSite site)
    {
        lock (gate)
        {
            return members.TryGetValue(site.Name, out var member) ? member.Address : SiteBuilder.AddressOf(site.Name);
        }
    }

    /// <summary>A site is there: what it holds of its children is kept up to date from now on.</summary>
    /// <param name="name">The site.</param>
    /// <param name="address">Where it answers.</param>
    /// <param name="store">What it holds.</param>
    /// <param name="check">Null when a header carries a good token of it.</param>
    internal void Join(string name, Uri address, SiteStore store, Func<string?, string?> check)
    {
        lock (gate)
        {
            members[name] = new Member(address, store, check);
            Tell(name, address);
        }
    }

    /// <summary>A site answers elsewhere now: those above it are told.</summary>
    internal void Moved(string name, Uri address)
    {
        lock (gate)
        {
            members[name] = members[name] with { Address = address };
            Tell(name, address);
        }
    }

    /// <summary>A site is gone. Another one of its name stays.</summary>
    internal void Leave(string name, SiteStore store)
    {
        lock (gate)
        {
            if (members.TryGetValue(name, out var member) && ReferenceEquals(member.Store, store))
            {
                members.Remove(name);
            }
        }
    }

    private void Tell(string name, Uri address)
    {
        if (sites.Find(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)) is not { Parent: not null } moved)
        {
            return;
        }

        var id = IdOf(moved);
        foreach (var store in members.Values.Select(m => m.Store))
        {
            store.Write(() =>
            {
                foreach (var told in store.Find("childSites", id)?.Children("siteAddresses") ?? [])
                {
                    told["displayName"] = address.AbsoluteUri;
                    told["url"] = address.AbsoluteUri;
                }

                return true;
            });
        }
    }

    /// <summary>True when the site takes its parent's tokens and the header carries one.</summary>
    internal bool IsParents(WorldSite site, string? authorization)
    {
        if (!site.AcceptsParentToken || site.Parent is null)
        {
            return false;
        }

        Member? parent;
        lock (gate)
        {
            parent = members.GetValueOrDefault(site.Parent);
        }

        return parent is not null && parent.Check(authorization) is null;
    }

    private sealed record Member(Uri Address, SiteStore Store, Func<string?, string?> Check);
}

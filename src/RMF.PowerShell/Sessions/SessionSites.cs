using RMF.Engine.Ports;

namespace RMF.PowerShell.Sessions;

/// <summary>The sites that this runspace is logged in to, by name (any letter case). Thread-safe.</summary>
internal sealed class SessionSites : IDisposable
{
    private readonly object gate = new();
    private readonly SortedDictionary<string, ISite> sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<ISite> All
    {
        get
        {
            lock (gate)
            {
                return [.. sites.Values];
            }
        }
    }

    /// <summary>The site of that name; null when the runspace is not logged in to it.</summary>
    public ISite? Find(string name)
    {
        lock (gate)
        {
            return sites.TryGetValue(name, out var site) ? site : null;
        }
    }

    /// <summary>Remembers a site. One of the same name is logged out.</summary>
    public void Add(ISite site)
    {
        ISite? replaced;
        lock (gate)
        {
            sites.TryGetValue(site.Info.Name, out replaced);
            sites[site.Info.Name] = site;
        }

        replaced?.Dispose();
    }

    /// <summary>Logs out and forgets; false when there was no such site.</summary>
    public bool Remove(string name)
    {
        ISite? removed;
        lock (gate)
        {
            if (sites.TryGetValue(name, out removed))
            {
                sites.Remove(name);
            }
        }

        removed?.Dispose();
        return removed is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var site in All)
        {
            Remove(site.Info.Name);
        }
    }
}

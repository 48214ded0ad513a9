using RMF.Simulator.Contract;

namespace RMF.Simulator.Store;

/// <summary>
/// All objects of one site, by resource and id. Many readers or one writer: everything goes through <see cref="Read{T}"/> and
/// <see cref="Write{T}"/>, which must not be nested in each other and must not wait for anything inside.
/// </summary>
internal sealed class SiteStore(ApiContract contract) : IDisposable
{
    private readonly ReaderWriterLockSlim gate = new(LockRecursionPolicy.NoRecursion);
    private readonly Table[] tables = [.. contract.Resources.Select(_ => new Table())];

    public ApiContract Contract => contract;

    public T Read<T>(Func<T> reading)
    {
        gate.EnterReadLock();
        try
        {
            return reading();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public T Write<T>(Func<T> writing)
    {
        gate.EnterWriteLock();
        try
        {
            return writing();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public IReadOnlyList<SiteObject> All(ResourceContract resource) => tables[resource.Index].Ordered;

    public IReadOnlyList<SiteObject> All(string resource) => All(contract.Resource(resource));

    public SiteObject? Find(ResourceContract resource, Guid id) => tables[resource.Index].ById.GetValueOrDefault(id);

    public SiteObject? Find(string resource, Guid id) => Find(contract.Resource(resource), id);

    /// <summary>By an id as a request spells it: any case, with or without braces.</summary>
    public SiteObject? FindByText(ResourceContract resource, string id) => Guid.TryParse(id, out var parsed) ? Find(resource, parsed) : null;

    public static bool IsId(SiteObject? item, string id) => Guid.TryParse(id, out var parsed) && item?.Id == parsed;

    public SiteObject Add(string resource, Guid id, SiteObject? parent)
    {
        var added = new SiteObject(contract.Resource(resource), id, parent);
        Add(added);
        return added;
    }

    public void Add(SiteObject added)
    {
        var table = tables[added.Resource.Index];
        table.ById.Add(added.Id, added);
        table.Ordered.Add(added);
        added.Parent?.Attach(added);
    }

    /// <summary>The object itself, in the store from now on.</summary>
    public SiteObject Keep(SiteObject item)
    {
        if (Find(item.Resource, item.Id) is null)
        {
            Add(item);
        }

        return item;
    }

    /// <summary>Removes an object with all that hangs below it, and from every group that lists it.</summary>
    public void Remove(SiteObject removed)
    {
        foreach (var child in removed.OwnChildren().ToList())
        {
            Remove(child);
        }

        foreach (var group in removed.ListedBy?.ToList() ?? [])
        {
            group.RemoveMember(removed);
        }

        foreach (var listed in removed.Resource.Children.Where(c => c.Members).SelectMany(removed.Children).ToList())
        {
            removed.RemoveMember(listed);
        }

        removed.Parent?.Detach(removed);
        var table = tables[removed.Resource.Index];
        table.ById.Remove(removed.Id);
        table.Ordered.Remove(removed);
    }

    public void Move(SiteObject moved, SiteObject newParent)
    {
        moved.Parent?.Detach(moved);
        moved.Parent = newParent;
        newParent.Attach(moved);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Table
    {
        public Dictionary<Guid, SiteObject> ById { get; } = [];

        public List<SiteObject> Ordered { get; } = [];
    }
}

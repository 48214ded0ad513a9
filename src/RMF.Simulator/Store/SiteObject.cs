using RMF.Simulator.Contract;

namespace RMF.Simulator.Store;

/// <summary>One object of a site. Read and changed under the store's lock alone.</summary>
internal sealed class SiteObject
{
    private readonly List<SiteObject>?[] children;

    public SiteObject(ResourceContract resource, Guid id, SiteObject? parent)
    {
        Resource = resource;
        Id = id;
        Parent = parent;
        children = resource.Children.Count == 0 ? [] : new List<SiteObject>?[resource.Children.Count];
        Values = new object?[resource.Fields.Count];
        for (var i = 0; i < Values.Length; i++)
        {
            Values[i] = resource.Fields[i].Default;
        }
    }

    public ResourceContract Resource { get; }

    /// <summary>Unique within the resource and the site. A single child has its parent's id.</summary>
    public Guid Id { get; }

    public SiteObject? Parent { get; set; }

    public object?[] Values { get; }

    /// <summary>What the site knows beside the fields: a hardware's device, a camera's position.</summary>
    public object? Extra { get; set; }

    /// <summary>Groups that list this object.</summary>
    public List<SiteObject>? ListedBy { get; private set; }

    public string Name => this["name"] as string ?? this["displayName"] as string ?? "";

    public bool Enabled => this["enabled"] is not false;

    public object? this[string field]
    {
        get => Resource.FieldAt(field) is >= 0 and var at ? Values[at] : null;
        set => Values[Resource.FieldAt(field)] = value;
    }

    public IReadOnlyList<SiteObject> Children(ChildContract child) => children[child.Index] ?? (IReadOnlyList<SiteObject>)[];

    public IReadOnlyList<SiteObject> Children(string resource) => Resource.FindChild(resource) is { } child ? Children(child) : [];

    /// <summary>True when it belongs to the other object or is listed by it.</summary>
    public bool IsBelow(SiteObject other) => ReferenceEquals(Parent, other) || ListedBy?.Contains(other) == true;

    /// <summary>The nearest object of a resource above this one, itself included.</summary>
    public SiteObject? Above(string resource)
    {
        var at = this;
        while (at is not null && at.Resource.Name != resource)
        {
            at = at.Parent;
        }

        return at;
    }

    public IEnumerable<SiteObject> OwnChildren() => Resource.Children.Where(c => !c.Members).SelectMany(Children);

    public void Attach(SiteObject child)
    {
        if (Resource.FindChild(child.Resource.Name) is { } kind)
        {
            (children[kind.Index] ??= new List<SiteObject>(1)).Add(child);
        }
    }

    public void Detach(SiteObject child)
    {
        if (Resource.FindChild(child.Resource.Name) is { } kind)
        {
            children[kind.Index]?.Remove(child);
        }
    }

    public void AddMember(SiteObject member)
    {
        Attach(member);
        (member.ListedBy ??= new List<SiteObject>(1)).Add(this);
    }

    public void RemoveMember(SiteObject member)
    {
        Detach(member);
        member.ListedBy?.Remove(this);
    }
}

using RMF.Core.Inventory;

namespace RMF.XProtect.Bindings;

/// <summary>One row of the second table: how XProtect's configuration API reads and writes a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Resource">Its resource; also the <c>type</c> in references to it.</param>
/// <param name="Way">How it is read.</param>
/// <param name="Cost">What that costs.</param>
/// <param name="Write">How it is written.</param>
internal sealed record Binding(ItemKind Kind, string Resource, ReadWay Way, CostTier Cost, WriteWay Write)
{
    private static readonly Dictionary<string, string> NoTasks = [];
    private static readonly Dictionary<string, ItemKind> NoReferences = [];

    /// <summary>The kinds that its items hang on; empty at the top.</summary>
    public IReadOnlyList<ItemKind> Owners { get; init; } = [];

    /// <summary>True when the collection hides disabled objects without the flag and declares it.</summary>
    public bool HasDisabledFlag { get; init; }

    /// <summary>True when one object can be asked for as <c>/resource/{id}</c>.</summary>
    public bool HasItemRead { get; init; } = true;

    /// <summary>The member whose own members are the item's: driver settings are wrapped once more than all else.</summary>
    public string? Unwrap { get; init; }

    /// <summary>True when it is read as <c>/owner/{id}/resource</c>: the API has no path of its own for it, or it is a collection.</summary>
    public bool IsBelowOwner { get; init; }

    /// <summary>For what is read below its owner: the list property that the objects there become; null where there is one object at most.</summary>
    public string? EntriesAs { get; init; }

    /// <summary>For what is read below its owner: the group property that holds all its members, because nobody knows their names before.</summary>
    public string? MembersAs { get; init; }

    /// <summary>A list whose entries are numbered from 1 as <c>number</c>: nothing else tells them apart on both sides.</summary>
    public string? NumberedList { get; init; }

    /// <summary>True when only cameras that move have it.</summary>
    public bool IsOfMovingCameras { get; init; }

    /// <summary>Members that hold a reference to a part of the same device by its bare id.</summary>
    public IReadOnlyDictionary<string, ItemKind> LocalReferences { get; init; } = NoReferences;

    /// <summary>Members of list entries that the server makes itself and refuses to take.</summary>
    public IReadOnlyCollection<string> ReportOnlyMembers { get; init; } = [];

    /// <summary>Properties that are not written by PATCH but by a task that takes <c>itemSelection</c>.</summary>
    public IReadOnlyDictionary<string, string> Tasks { get; init; } = NoTasks;

    /// <summary>The kind it comes with; for <see cref="ReadWay.Derived"/>.</summary>
    public ItemKind? DerivedFrom { get; init; }

    /// <summary>The kind of a group's members; for <see cref="ReadWay.Groups"/>.</summary>
    public ItemKind? Members { get; init; }

    /// <summary>True for what each role may do with the owner: read and written by a task for each role.</summary>
    public bool IsPermissions { get; init; }

    /// <summary>True for views, whose tiles hold the ids of cameras inside their text.</summary>
    public bool HasTiles { get; init; }

    /// <summary>The requests by which an item is made are known: POST to the collection. False = it cannot be made by this interface.</summary>
    public bool CanCreate { get; init; }

    /// <summary>True when the driver describes its members (<c>?definitions</c>).</summary>
    public bool HasDefinitions { get; init; }

    /// <summary>Older spellings of references to it, e.g. <c>Storage[guid]</c>.</summary>
    public string OldName { get; init; } = string.Empty;

    /// <summary>First product version that has the resource; 21.2 is the first with the API.</summary>
    public Version FirstVersion { get; init; } = new(21, 2);
}

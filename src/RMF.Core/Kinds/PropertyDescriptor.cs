using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>One row of the kind table: what a property is and how it is compared.</summary>
/// <param name="Name">XProtect's name.</param>
/// <param name="Type">Its shape.</param>
/// <param name="Category">The switch that manages it.</param>
public sealed record PropertyDescriptor(string Name, PropertyType Type, SyncCategory Category)
{
    /// <summary>True for the item's name: the policy's naming pattern applies.</summary>
    public bool IsName { get; init; }

    /// <summary>The kind that a reference points at.</summary>
    public ItemKind? Target { get; init; }

    /// <summary>Members of a keyed list's entries that are not open.</summary>
    public IReadOnlyList<PropertyDescriptor> Members { get; init; } = [];

    /// <summary>The member that tells the entries of a keyed list apart.</summary>
    public string? ListKey { get; init; }

    /// <summary>True when entries of a keyed list hold driver-named members besides <see cref="Members"/>.</summary>
    public bool HasOpenMembers { get; init; }

    /// <summary>Members that are never compared: labels, ids and facts of the server.</summary>
    public IReadOnlyCollection<string> IgnoredMembers { get; init; } = [];

    /// <summary>The value is a secret: plans show a keyed fingerprint.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>For a member of a keyed list: one entry holds the value (true, or a word that is not empty) and no two do. Where its holder goes, another must take it.</summary>
    public bool IsHeldByOne { get; init; }

    /// <summary>
    /// For a member that is held by one: a site where no entry holds it does not tell it, so that absent means false there. It can be given to an
    /// entry, and cannot be taken from all.
    /// </summary>
    public bool MayBeHeldByNone { get; init; }

    /// <summary>The list's entries are references to items of this site. Only entries that RMF manages and that have a counterpart are compared; foreign ones stay.</summary>
    public bool IsMembership { get; init; }

    /// <summary>The key of the list's entries is a reference, and only entries whose item is managed and has a counterpart are compared.</summary>
    public bool HasForeignEntries { get; init; }

    /// <summary>The value names PTZ presets of its camera: as text, or in the member <c>preset</c> of a list's groups.</summary>
    public bool NamesPresets { get; init; }

    /// <summary>Written last on new items: they are enabled when everything else is in place.</summary>
    public bool IsEnabling { get; init; }

    public Normaliser Normaliser { get; init; } = Normalisers.For(Type);

    /// <summary>The descriptor of an open member with this name.</summary>
    public PropertyDescriptor Open(string member) => new(member, PropertyType.OpenGroup, Category) { Normaliser = Normalisers.Open };
}

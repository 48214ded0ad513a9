using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// The rows and paths by which items are taken apart, made once for each kind, list entry and set of driver-named members, because many thousand
/// items share them. Not thread-safe; one per run. Bounded by the number of distinct settings, and <see cref="MaximumShapes"/> for each.
/// </summary>
internal sealed class LeafRows
{
    /// <summary>Drivers of one member list that are remembered; a further one is worked out each time.</summary>
    private const int MaximumShapes = 64;

    private readonly PathPool paths;
    private readonly Func<PropertyDescriptor, bool> isManaged;
    private readonly Dictionary<ItemKind, Row[]> ofKind = [];
    private readonly Dictionary<ItemKind, IReadOnlyList<PropertyDescriptor>> listsMadeByPeople = [];
    private readonly Dictionary<(ItemKind Kind, string List, string Key), Row[]> ofEntry = [];
    private readonly Dictionary<(ItemKind Kind, string Property, string? Key), List<OpenShape>> ofOpen = [];

    public LeafRows(PathPool paths, Func<PropertyDescriptor, bool> isManaged)
    {
        this.paths = paths;
        this.isManaged = isManaged;
    }

    /// <summary>The properties of a kind that are compared, by name.</summary>
    public Row[] Of(ItemKind kind)
    {
        if (!ofKind.TryGetValue(kind, out var rows))
        {
            ofKind[kind] = rows = KindTable.Of(kind).Properties
                .Where(p => isManaged(p) || p.Members.Any(isManaged))
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new Row(paths.Get(p.Name), p))
                .ToArray();
        }

        return rows;
    }

    /// <summary>The members of a list entry that have rows of their own and are compared, by name. Lists of two kinds may share a name: settings and streams do.</summary>
    public Row[] OfEntry(ItemKind kind, PropertyDescriptor list, string key)
    {
        if (!ofEntry.TryGetValue((kind, list.Name, key), out var rows))
        {
            ofEntry[(kind, list.Name, key)] = rows = list.Members
                .Where(isManaged)
                .OrderBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => new Row(paths.Get(list.Name, key, m.Name), m))
                .ToArray();
        }

        return rows;
    }

    /// <summary>One row for each member of an open group or entry; an empty one for a member that is not compared.</summary>
    public Row[] OfOpen(ItemKind kind, PropertyDescriptor property, string? key, PropertyBag members, DefinitionSet? definitions)
    {
        if (!ofOpen.TryGetValue((kind, property.Name, key), out var shapes))
        {
            ofOpen[(kind, property.Name, key)] = shapes = [];
        }

        foreach (var known in shapes)
        {
            if (ReferenceEquals(known.Definitions, definitions) && members.HasShape(known.Names))
            {
                return known.Rows;
            }
        }

        var rows = members.Select(m => OpenRow(property, key, m.Key, definitions)).ToArray();
        if (shapes.Count < MaximumShapes)
        {
            shapes.Add(new OpenShape(members.Shape, definitions, rows));
        }

        return rows;
    }

    /// <inheritdoc cref="LeafReader.ListsMadeByPeople"/>
    public IReadOnlyList<PropertyDescriptor> ListsMadeByPeople(ItemKind kind)
    {
        if (!listsMadeByPeople.TryGetValue(kind, out var lists))
        {
            listsMadeByPeople[kind] = lists = KindTable.Of(kind).Properties
                .Where(p => p.Type == PropertyType.KeyedList && p.Members.Any(m => string.Equals(m.Name, p.ListKey, StringComparison.Ordinal) && isManaged(m)))
                .ToList();
        }

        return lists;
    }

    private Row OpenRow(PropertyDescriptor property, string? key, string member, DefinitionSet? definitions)
        => property.IgnoredMembers.Contains(member, StringComparer.Ordinal) || property.Members.Any(m => string.Equals(m.Name, member, StringComparison.Ordinal))
            ? default
            : new Row(paths.Get(property.Name, key, member), property.Open(member), definitions?.Find(property.Name + "." + member) is { CanSet: false });

    internal readonly record struct Row(PropertyPath Path, PropertyDescriptor Descriptor, bool IsReadOnly = false);

    private readonly record struct OpenShape(string[] Names, DefinitionSet? Definitions, Row[] Rows);
}

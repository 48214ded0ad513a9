using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;

namespace RMF.Engine.Runs.Applying;

/// <summary>
/// The values of a change that the target does not hold yet, with names resolved to the target's own ids. What a new item's driver has no
/// place for is listed by name, never dropped in silence.
/// </summary>
internal sealed class WantedValues
{
    public WantedValues(Change change, Item current, LeafReader reader, TargetItems items, Side target, SideView? source = null)
    {
        var leaves = reader.Read(current, target).ToDictionary(l => l.Path.Text, StringComparer.Ordinal);
        var isNew = change.Target is null;
        var lost = isNew ? LostEntries(change, current, items) : [];
        foreach (var property in change.Properties)
        {
            var path = PropertyPath.Parse(property.Path);
            var held = leaves.TryGetValue(property.Path, out var leaf);
            var value = property.After;
            if (lost.Count > 0 && WhyLost(current, path, lost) is { } why)
            {
                NotTaken.Add($"{property.Path}: {why}");
                continue;
            }

            if (value is NamedReference named)
            {
                value = items.Resolve(named, current, change.TargetRecorder);
                if (value is null)
                {
                    NotTaken.Add($"{property.Path}: the target has no {named.Kind} '{named.Name}'");
                    continue;
                }
            }

            if (value is PendingReference pending)
            {
                value = source is null ? null : items.Resolve(pending, source);
                if (value is null)
                {
                    NotTaken.Add($"{property.Path}: {pending.Address} was not made");
                    continue;
                }

                if (IsMember(current, path, value))
                {
                    continue;
                }
            }

            if (!held && value is not null && path is { Key: { } lateKey, Member: not null } && source is not null && items.Resolve(new PendingReference(lateKey), source) is { } made
                && ValueInEntryOf(current, path, made) is { } inEntry && StaleCheck.SameValue(null, inEntry, value))
            {
                continue;
            }

            if (isNew && !held && IsServerOwned(current, path))
            {
                NotTaken.Add($"{property.Path}: the target's driver has no such setting");
                continue;
            }

            if (isNew && value is not null && current.Definitions?.Find(path.Property + "." + path.Member) is { } definition && DefinitionCheck.WhyNot(definition, value) is { } whyNot)
            {
                NotTaken.Add($"{property.Path}: {whyNot}");
                continue;
            }

            if (held ? !StaleCheck.SameValue(leaf.Descriptor, leaf.Raw, value) : value is not null)
            {
                Values.Add(new KeyValuePair<PropertyPath, PropertyValue?>(path, value));
            }
        }

        if (items.IsOfThisRun(change) && lost.Count == 0 && change.Stage < SyncStage.Group)
        {
            // The item is of our own making: entries that its driver came with and the source lacks go, so that both sides are equal from the start.
            Values.AddRange(new ItemEditor(reader, target).EntriesToDrop(current, change.Properties.Select(p => PropertyPath.Parse(p.Path))));
        }
    }

    public List<KeyValuePair<PropertyPath, PropertyValue?>> Values { get; } = [];

    public List<string> NotTaken { get; } = [];

    /// <summary>The entries of a new item whose key names something that it does not have, such as a stream.</summary>
    private static HashSet<(string Property, string Key)> LostEntries(Change change, Item current, TargetItems items)
    {
        var lost = new HashSet<(string Property, string Key)>();
        foreach (var property in change.Properties)
        {
            if (property.After is NamedReference named && PropertyPath.Parse(property.Path) is { Key: { } key } path && items.Resolve(named, current, change.TargetRecorder) is null)
            {
                lost.Add((path.Property, key));
            }
        }

        return lost;
    }

    /// <summary>Entries go as a whole, and then what one entry of the list must hold stays where the server put it.</summary>
    private static string? WhyLost(Item current, PropertyPath path, HashSet<(string Property, string Key)> lost)
    {
        if (path.Key is null)
        {
            return null;
        }

        if (lost.Contains((path.Property, path.Key)))
        {
            return $"the target's device has no '{path.Key}'";
        }

        return lost.Any(l => string.Equals(l.Property, path.Property, StringComparison.Ordinal))
            && KindTable.Of(current.Key.Kind).Find(path.Property)?.Members.FirstOrDefault(m => string.Equals(m.Name, path.Member, StringComparison.Ordinal)) is { IsHeldByOne: true }
            ? "the target's device lacks an entry of this list, so the choice between its entries stays as it came"
            : null;
    }

    /// <summary>What was made in this run has no pair yet, so that it cannot be found by its key.</summary>
    private static bool IsMember(Item current, PropertyPath path, PropertyValue value)
        => current.Properties[path.Property] is ListValue list && list.Items.Contains(value);

    /// <summary>What the entry holds whose key refers to something that was made in this run.</summary>
    private static PropertyValue? ValueInEntryOf(Item current, PropertyPath path, Reference made)
        => KindTable.Of(current.Key.Kind).Find(path.Property) is { ListKey: { } key } && current.Properties[path.Property] is ListValue list
            ? list.Items.OfType<GroupValue>().FirstOrDefault(e => made.Equals(e.Members[key]))?.Members[path.Member!]
            : null;

    private static bool IsServerOwned(Item current, PropertyPath path)
        => KindTable.Of(current.Key.Kind).Find(path.Property) is { } row && (path.Key is null || row.HasOpenMembers);
}

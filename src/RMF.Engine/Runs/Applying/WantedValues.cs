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
    public WantedValues(Change change, Item current, LeafReader reader, TargetItems items, Side target)
    {
        var leaves = reader.Read(current, target).ToDictionary(l => l.Path.Text, StringComparer.Ordinal);
        var isNew = change.Target is null;
        foreach (var property in change.Properties)
        {
            var path = PropertyPath.Parse(property.Path);
            leaves.TryGetValue(property.Path, out var leaf);

            // A device of our own making is enabled also where the switch of its other values is off: then it is no leaf.
            var now = leaf.Raw ?? (path.Key is null && path.Member is null ? current.Properties[path.Property] : null);
            var row = leaf.Descriptor ?? KindTable.Of(current.Key.Kind).Find(path.Property);
            var held = now is not null;
            var value = property.After;
            if (value is NamedReference named)
            {
                value = items.Resolve(named, current, change.TargetRecorder);
                if (value is null)
                {
                    NotTaken.Add($"{property.Path}: the target has no {named.Kind} '{named.Name}'");
                    continue;
                }
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

            if (held ? !StaleCheck.SameValue(row, now, value) : value is not null)
            {
                Values.Add(new KeyValuePair<PropertyPath, PropertyValue?>(path, value));
            }
        }

        if (isNew)
        {
            // The item is of our own making: entries that its driver came with and the source lacks go, so that both sides are equal from the start.
            Values.AddRange(new ItemEditor(reader, target).EntriesToDrop(current, change.Properties.Select(p => PropertyPath.Parse(p.Path))));
        }
    }

    public List<KeyValuePair<PropertyPath, PropertyValue?>> Values { get; } = [];

    public List<string> NotTaken { get; } = [];

    private static bool IsServerOwned(Item current, PropertyPath path)
        => KindTable.Of(current.Key.Kind).Find(path.Property) is { } row && (path.Key is null || row.HasOpenMembers);
}

using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;

namespace RMF.Engine.Runs.Applying;

/// <summary>Compares what a plan remembers as <c>before</c> with what the target holds now. Not thread-safe.</summary>
internal sealed class StaleCheck
{
    private readonly LeafReader reader;
    private readonly Side target;

    public StaleCheck(LeafReader reader, Side target)
    {
        this.reader = reader;
        this.target = target;
    }

    /// <summary>Null when the item is as the plan says; otherwise one sentence about the first value that is not.</summary>
    public string? WhyStale(Change change, Item current)
    {
        var leaves = reader.Read(current, target).ToDictionary(l => l.Path.Text, StringComparer.Ordinal);
        foreach (var property in change.Properties)
        {
            leaves.TryGetValue(property.Path, out var leaf);
            var now = leaf.Raw;
            if (!SameValue(leaf.Descriptor, property.Before, now))
            {
                return $"{change.Address} {property.Path} is '{now?.ToString() ?? "absent"}' now, the plan was made when it was '{property.Before?.ToString() ?? "absent"}'";
            }
        }

        return null;
    }

    /// <summary>Equal as the kind table compares the property: spelling does not count.</summary>
    public static bool SameValue(PropertyDescriptor? descriptor, PropertyValue? a, PropertyValue? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return descriptor is null ? a.Equals(b) : descriptor.Normaliser.Apply(a).Equals(descriptor.Normaliser.Apply(b));
    }
}

namespace RMF.Core.Inventory;

/// <summary>Collects named values and builds a <see cref="PropertyBag"/>. Setting a name twice keeps the last value. Not thread-safe; reusable after <see cref="Build"/>.</summary>
public sealed class PropertyBagBuilder
{
    private readonly List<KeyValuePair<string, PropertyValue>> entries = [];
    private readonly ShapePool? shapes;

    /// <param name="shapes">Shares name arrays between the bags of one reader; null = no sharing.</param>
    public PropertyBagBuilder(ShapePool? shapes = null) => this.shapes = shapes;

    public PropertyBagBuilder Set(string name, PropertyValue value)
    {
        entries.Add(new KeyValuePair<string, PropertyValue>(name, value));
        return this;
    }

    public PropertyBagBuilder Set(string name, string? value) => Set(name, value is null ? Scalar.Null : Scalar.Text(value));

    public PropertyBagBuilder Set(string name, bool value) => Set(name, Scalar.Boolean(value));

    public PropertyBagBuilder Set(string name, double value) => Set(name, Scalar.Number(value));

    public PropertyBag Build()
    {
        if (entries.Count == 0)
        {
            return PropertyBag.Empty;
        }

        if (shapes?.FindLayout(entries) is { } layout)
        {
            var placed = new PropertyValue[entries.Count];
            for (var i = 0; i < placed.Length; i++)
            {
                placed[layout.Places[i]] = entries[i].Value;
            }

            entries.Clear();
            return new PropertyBag(layout.Sorted, placed);
        }

        if (IsSorted())
        {
            var sortedNames = new string[entries.Count];
            var sortedValues = new PropertyValue[entries.Count];
            for (var i = 0; i < sortedNames.Length; i++)
            {
                (sortedNames[i], sortedValues[i]) = (entries[i].Key, entries[i].Value);
            }

            return Take(sortedNames, sortedValues, Enumerable.Range(0, sortedNames.Length));
        }

        // A stable sort keeps the last of equal names last.
        var sorted = entries.Select((entry, index) => (entry, index)).ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.entry.Key, b.entry.Key) is var c && c != 0 ? c : a.index.CompareTo(b.index));
        var names = new List<string>(sorted.Length);
        var values = new List<PropertyValue>(sorted.Length);
        foreach (var (entry, _) in sorted)
        {
            if (names.Count > 0 && string.Equals(names[names.Count - 1], entry.Key, StringComparison.Ordinal))
            {
                values[values.Count - 1] = entry.Value;
                continue;
            }

            names.Add(entry.Key);
            values.Add(entry.Value);
        }

        return Take([.. names], [.. values], sorted.Select(static s => s.index));
    }

    /// <summary>Keeps how these entries were sorted; the next ones of the same names need no sorting.</summary>
    private void Remember(string[] shape, int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        shapes!.Keep(entries, shape, places);
    }

    /// <param name="order">For each sorted entry, where it stood as it was set.</param>
    private PropertyBag Take(string[] names, PropertyValue[] values, IEnumerable<int> order)
    {
        if (shapes is not null)
        {
            names = shapes.Share(names);
            if (names.Length == entries.Count)
            {
                Remember(names, [.. order]);
            }
        }

        entries.Clear();
        return new PropertyBag(names, values);
    }

    private bool IsSorted()
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (string.CompareOrdinal(entries[i - 1].Key, entries[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}

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

        string[] shape = [.. names];
        shape = shapes?.Share(shape) ?? shape;
        if (shapes is not null && shape.Length == entries.Count)
        {
            var places = new int[shape.Length];
            for (var place = 0; place < sorted.Length; place++)
            {
                places[sorted[place].index] = place;
            }

            shapes.Keep(entries, shape, places);
        }

        entries.Clear();
        return new PropertyBag(shape, [.. values]);
    }
}

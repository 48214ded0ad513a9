using System.Collections;

namespace RMF.Core.Inventory;

/// <summary>
/// Named values, sorted by name (ordinal). Many thousand items share a few shapes, so the name array is shared by its makers
/// (<see cref="PropertyBagBuilder"/>) and a bag costs one array of references. Immutable and thread-safe.
/// </summary>
public sealed class PropertyBag : IReadOnlyCollection<KeyValuePair<string, PropertyValue>>, IEquatable<PropertyBag>
{
    public static readonly PropertyBag Empty = new([], []);

    private readonly string[] names;
    private readonly PropertyValue[] values;

    internal PropertyBag(string[] sortedNames, PropertyValue[] values)
    {
        names = sortedNames;
        this.values = values;
    }

    public int Count => names.Length;

    public PropertyValue? this[string name] => TryGet(name, out var value) ? value : null;

    public bool TryGet(string name, out PropertyValue? value)
    {
        var index = Array.BinarySearch(names, name, StringComparer.Ordinal);
        value = index >= 0 ? values[index] : null;
        return index >= 0;
    }

    /// <summary>The text of a scalar property; null when it is absent, null or no scalar.</summary>
    public string? TextOf(string name) => this[name] is Scalar { Type: not ScalarType.Null } scalar ? scalar.Value : null;

    public bool IsTrue(string name) => string.Equals(TextOf(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A copy in which one property has another value, or is added.</summary>
    public PropertyBag With(string name, PropertyValue value)
    {
        var index = Array.BinarySearch(names, name, StringComparer.Ordinal);
        if (index >= 0)
        {
            var changed = (PropertyValue[])values.Clone();
            changed[index] = value;
            return new PropertyBag(names, changed);
        }

        var builder = new PropertyBagBuilder();
        foreach (var (key, existing) in this.Select(p => (p.Key, p.Value)))
        {
            builder.Set(key, existing);
        }

        return builder.Set(name, value).Build();
    }

    public bool Equals(PropertyBag? other)
        => ReferenceEquals(this, other)
            || (other is not null && names.AsSpan().SequenceEqual(other.names) && values.SequenceEqual(other.values));

    public override bool Equals(object? obj) => Equals(obj as PropertyBag);

    public override int GetHashCode()
    {
        var hash = names.Length;
        foreach (var value in values)
        {
            hash = (hash * 31) + value.GetHashCode();
        }

        return hash;
    }

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new KeyValuePair<string, PropertyValue>(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => "{" + string.Join(", ", this.Select(p => p.Key + ": " + p.Value)) + "}";

    /// <summary>The names, shared by all bags of one maker that hold the same ones.</summary>
    internal string[] Shape => names;

    internal PropertyValue ValueAt(int index) => values[index];

    internal bool HasShape(string[] sortedNames) => ReferenceEquals(names, sortedNames);
}

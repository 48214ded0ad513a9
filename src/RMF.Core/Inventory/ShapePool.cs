namespace RMF.Core.Inventory;

/// <summary>Shares equal name arrays. Thread-safe. Bounded by the number of distinct shapes, which is a property of the server's release and its drivers.</summary>
public sealed class ShapePool
{
    /// <summary>Layouts are kept in a fixed number of places; a newcomer replaces who sat there.</summary>
    private const int LayoutPlaces = 512;

    private readonly ShapeLayout?[] layouts = new ShapeLayout?[LayoutPlaces];

    private readonly Dictionary<string[], string[]> shapes = new(new NamesComparer());

    public string[] Share(string[] sortedNames)
    {
        lock (shapes)
        {
            if (!shapes.TryGetValue(sortedNames, out var shared))
            {
                shapes[sortedNames] = shared = sortedNames;
            }

            return shared;
        }
    }

    /// <summary>The layout of these entries, if the same names were set in the same order before.</summary>
    internal ShapeLayout? FindLayout(List<KeyValuePair<string, PropertyValue>> entries)
        => Volatile.Read(ref layouts[PlaceOf(entries)]) is { } layout && layout.IsOf(entries) ? layout : null;

    /// <summary>Remembers a layout; a lost race costs one more sorting.</summary>
    internal void Keep(List<KeyValuePair<string, PropertyValue>> entries, string[] sortedNames, int[] places)
        => Volatile.Write(ref layouts[PlaceOf(entries)], new ShapeLayout([.. entries.Select(static e => e.Key)], sortedNames, places));

    private static int PlaceOf(List<KeyValuePair<string, PropertyValue>> entries)
    {
        var hash = entries.Count;
        foreach (var entry in entries)
        {
            hash = (hash * 31) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(entry.Key);
        }

        return (hash ^ (hash >> 16)) & (LayoutPlaces - 1);
    }

    private sealed class NamesComparer : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] obj)
        {
            var hash = obj.Length;
            foreach (var name in obj)
            {
                hash = (hash * 31) + StringComparer.Ordinal.GetHashCode(name);
            }

            return hash;
        }
    }
}

namespace RMF.Core.Inventory;

/// <summary>Shares equal name arrays. Thread-safe. Bounded by the number of distinct shapes, which is a property of the server's release and its drivers.</summary>
public sealed class ShapePool
{
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

using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>Where a key of a given name belongs, and which shape stands at a path.</summary>
internal static class KeyIndex
{
    private const int MostPaths = 3;

    private static readonly Lazy<Dictionary<string, List<string>>> Index = new(Build);

    /// <summary>The paths of the first few places of a key; a list's entries show as <c>[]</c>, free names as <c>*</c>.</summary>
    public static IReadOnlyList<string> PathsOf(string key)
        => Index.Value.TryGetValue(key, out var paths) ? paths : [];

    /// <summary>Every key with its path, in the order of the file.</summary>
    public static IEnumerable<(string Path, Key Key)> All() => Walk(PolicyDescription.Root, "");

    /// <summary>The shape at a path taken apart, or null when there is none; <paramref name="known"/> says how far it is known.</summary>
    public static Shape? Find(IReadOnlyList<object> segments, out int known)
    {
        Shape? shape = PolicyDescription.Root;
        for (known = 0; known < segments.Count; known++)
        {
            shape = segments[known] switch
            {
                int when shape.IsList => shape.Element,
                string when shape.Element is not null && !shape.IsList => shape.Element,
                string key => shape.Keys.FirstOrDefault(k => string.Equals(k.Name, key, StringComparison.Ordinal))?.Shape,
                _ => null,
            };
            if (shape is null)
            {
                return null;
            }
        }

        return shape;
    }

    private static Dictionary<string, List<string>> Build()
    {
        var index = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (path, key) in All())
        {
            if (!index.TryGetValue(key.Name, out var paths))
            {
                index[key.Name] = paths = [];
            }

            if (paths.Count < MostPaths)
            {
                paths.Add(path);
            }
        }

        return index;
    }

    private static IEnumerable<(string Path, Key Key)> Walk(Shape shape, string path)
    {
        foreach (var key in shape.Keys)
        {
            var child = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            yield return (child, key);

            var below = key.Shape;
            var belowPath = child;
            while (below.Element is { } element)
            {
                belowPath += below.IsList ? "[]" : ".*";
                below = element;
            }

            foreach (var inner in Walk(below, belowPath))
            {
                yield return inner;
            }
        }
    }
}

using System.Globalization;
using System.Text;

namespace RMF.Policy.Yaml;

/// <summary>Paths as messages and the editor write them: <c>sites.harbour.uri</c>, <c>links[0].storage["30 days"]</c>.</summary>
internal static class PolicyPath
{
    public const int MaxLength = 1_000;

    public const int MaxSegments = YamlLimits.MaxDepth;

    public static string Child(string parent, string key)
    {
        if (!IsSimple(key))
        {
            return $"{parent}[\"{key.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"]";
        }

        return parent.Length == 0 ? key : $"{parent}.{key}";
    }

    public static string Item(string parent, int index) => $"{parent}[{index.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>The path one level up; empty for the file.</summary>
    public static string Parent(string path)
    {
        if (!TryParse(path, out var segments) || segments.Count == 0)
        {
            return "";
        }

        var parent = "";
        for (var i = 0; i < segments.Count - 1; i++)
        {
            parent = segments[i] is int index ? Item(parent, index) : Child(parent, (string)segments[i]);
        }

        return parent;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or lies below it.</summary>
    public static bool IsWithin(string path, string root)
        => path.StartsWith(root, StringComparison.Ordinal)
            && (path.Length == root.Length || root.Length == 0 || path[root.Length] is '.' or '[');

    /// <summary>Takes a path apart: a string is a key, an int an index.</summary>
    public static bool TryParse(string path, out IReadOnlyList<object> segments)
    {
        var found = new List<object>();
        segments = found;
        var at = 0;
        while (at < path.Length)
        {
            if (found.Count == MaxSegments || path.Length > MaxLength)
            {
                return false;
            }

            var ok = path[at] == '[' ? Bracket(path, ref at, found) : Word(path, ref at, found);
            if (!ok)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Word(string path, ref int at, List<object> found)
    {
        if (found.Count > 0 && path[at] == '.')
        {
            at++;
        }
        else if (found.Count > 0)
        {
            return false;
        }

        var start = at;
        while (at < path.Length && path[at] is not ('.' or '['))
        {
            at++;
        }

        found.Add(path.Substring(start, at - start));
        return at > start;
    }

    private static bool Bracket(string path, ref int at, List<object> found)
    {
        at++;
        if (at < path.Length && path[at] == '"')
        {
            var text = new StringBuilder();
            for (at++; at < path.Length && path[at] != '"'; at++)
            {
                at += path[at] == '\\' && at + 1 < path.Length ? 1 : 0;
                text.Append(path[at]);
            }

            found.Add(text.ToString());
            at += 2;
            return at <= path.Length && path[at - 1] == ']';
        }

        var close = path.IndexOf(']', at);
        if (close < 0 || !int.TryParse(path.Substring(at, close - at), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        found.Add(index);
        at = close + 1;
        return true;
    }

    private static bool IsSimple(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}

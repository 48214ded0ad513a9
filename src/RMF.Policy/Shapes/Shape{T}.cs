using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A shape whose value is a <typeparamref name="T"/>.</summary>
internal abstract class Shape<T> : Shape
{
    /// <summary>Reads a value; false after an error was reported.</summary>
    public abstract bool TryRead(PolicyNode node, Reading reading, string path, out T value);

    /// <summary>The value as the file would hold it; <paramref name="full"/> writes defaults out.</summary>
    public abstract JsonNode? ToJson(T value, bool full);

    public sealed override string? ContentOf(PolicyNode node, Reading reading, string path)
        => TryRead(node, reading, path, out var value) ? CanonicalJson.Write(ToJson(value, full: false)) : null;

    /// <summary>Takes a single value that is not empty; reports what else stands there.</summary>
    protected bool TryScalar(PolicyNode node, Reading reading, string path, string due, out ScalarNode scalar)
    {
        scalar = (node as ScalarNode)!;
        if (scalar is null)
        {
            reading.Report(PolicyCodes.WrongType, path, node, $"{Name(path)} is {node.Noun}", $"Write {due}.");
            return false;
        }

        if (scalar.IsNull)
        {
            reading.Report(PolicyCodes.NoValue, path, node, $"{Name(path)} has no value", $"Write {due}, or remove the key.");
            return false;
        }

        return true;
    }

    /// <summary>The path for a sentence.</summary>
    protected static string Name(string path) => path.Length == 0 ? "the file" : path;
}

using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>
/// The form of a value: the one description from which reading, writing, the JSON Schema and the reference are derived.
/// Immutable and thread-safe.
/// </summary>
internal abstract class Shape
{
    /// <summary>Type and range in a few words, for the reference: "duration, 100ms to 30s".</summary>
    public abstract string Words { get; }

    /// <summary>The keys below, for a mapping with fixed keys.</summary>
    public virtual IReadOnlyList<Key> Keys => [];

    /// <summary>The shape of the items of a list or of the values of a map with free keys.</summary>
    public virtual Shape? Element => null;

    /// <summary>True for a list, false for a map, where <see cref="Element"/> is set.</summary>
    public virtual bool IsList => false;

    /// <summary>True when a value that looks like a number or a Boolean must still be text.</summary>
    public virtual bool IsText => false;

    /// <summary>True when <c>true</c> and <c>false</c> may stand in place of the mapping.</summary>
    public virtual bool IsToggle => false;

    /// <summary>True when the value is one that quotes would spoil: a Boolean or a number.</summary>
    public virtual bool IsBare => false;

    /// <summary>Reads a value and gives its content in one spelling; null after an error was reported.</summary>
    public abstract string? ContentOf(PolicyNode node, Reading reading, string path);

    /// <summary>The JSON Schema of the value; named mappings put themselves into the definitions.</summary>
    public abstract JsonObject Schema(JsonObject definitions);
}

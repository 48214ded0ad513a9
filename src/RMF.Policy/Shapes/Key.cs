using System.Text.Json.Nodes;

namespace RMF.Policy.Shapes;

/// <summary>A key as the schema and the reference see it.</summary>
internal abstract class Key(string name, string doc)
{
    private string? words;

    public string Name { get; } = name;

    /// <summary>One or two plain sentences.</summary>
    public string Doc { get; } = doc;

    public bool IsRequired { get; protected set; }

    public abstract Shape Shape { get; }

    /// <summary>The default in YAML, or words where it is derived.</summary>
    public string DefaultText => IsRequired ? "required" : words ?? YamlText.Inline(DefaultJson());

    /// <summary>True when the default depends on something else, so that only words can say it.</summary>
    public bool IsDefaultInWords => words is not null;

    /// <summary>The default as a value; null where there is none.</summary>
    public abstract JsonNode? DefaultJson();

    protected void SayDefault(string text) => words = text;
}

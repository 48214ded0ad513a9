using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A key of a mapping that becomes a <typeparamref name="TOwner"/>.</summary>
internal abstract class Key<TOwner>(string name, string doc) : Key(name, doc)
{
    /// <summary>Makes the key one that must be there.</summary>
    public Key<TOwner> Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>Says the default in words, where it depends on something else.</summary>
    public Key<TOwner> DefaultIs(string text)
    {
        SayDefault(text);
        return this;
    }

    /// <summary>Reads the value into the owner; an unreadable value leaves the default.</summary>
    public abstract TOwner Read(TOwner owner, PolicyNode node, Reading reading, string path);

    public abstract JsonNode? ToJson(TOwner owner, bool full);

    public abstract bool IsDefault(TOwner owner);
}

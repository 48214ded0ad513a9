using RMF.Policy.Shapes;

namespace RMF.Policy.Description;

/// <summary>Collects the keys of one mapping; short names keep the descriptions readable.</summary>
internal sealed class KeysOf<T>(string name, T defaults)
{
    private readonly List<Key<T>> keys = [];

    /// <summary>Adds a key that may be left off.</summary>
    public KeysOf<T> Key<TValue>(string key, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue, T> set, string doc, string? defaultIs = null)
    {
        var added = new Key<T, TValue>(key, doc, defaults, shape, get, set);
        keys.Add(defaultIs is null ? added : added.DefaultIs(defaultIs));
        return this;
    }

    /// <summary>Adds a key that must be there.</summary>
    public KeysOf<T> Must<TValue>(string key, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue, T> set, string doc)
    {
        keys.Add(new Key<T, TValue>(key, doc, defaults, shape, get, set).Required());
        return this;
    }

    public ObjectShape<T> Shape(Func<T, Yaml.PolicyNode, Yaml.Reading, string, bool>? check = null) => new(name, defaults, keys, check);
}

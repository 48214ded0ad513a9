namespace RMF.Simulator.Store;

/// <summary>A nested object: the members its shape lists, each with a value of its own. Mutable under the store's lock.</summary>
internal sealed class Block
{
    private readonly object[] values;

    public Block(SettingSet shape)
    {
        Shape = shape;
        values = new object[shape.Settings.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = shape.Settings[i].Default;
        }
    }

    private Block(SettingSet shape, object[] values)
    {
        Shape = shape;
        this.values = values;
    }

    public SettingSet Shape { get; }

    public object this[int at]
    {
        get => values[at];
        set => values[at] = value;
    }

    /// <summary>A member by name; null where the shape has none.</summary>
    public object? Find(string name) => Shape.IndexOf(name) is >= 0 and var at ? values[at] : null;

    public Block Set(string name, object value)
    {
        values[Shape.IndexOf(name)] = value;
        return this;
    }

    public Block SetAll(IReadOnlyDictionary<string, object> given)
    {
        foreach (var (name, value) in given)
        {
            Set(name, value);
        }

        return this;
    }

    public Block Copy() => new(Shape, (object[])values.Clone());
}

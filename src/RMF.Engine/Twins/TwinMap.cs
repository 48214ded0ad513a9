namespace RMF.Engine.Twins;

/// <summary>Named values in the order in which they are written. What is null, an empty map or an empty list is left out. Not thread-safe.</summary>
internal sealed class TwinMap
{
    private readonly List<KeyValuePair<string, object>> entries = [];

    public IReadOnlyList<KeyValuePair<string, object>> Entries => entries;

    /// <param name="key">A plain word.</param>
    /// <param name="value">Text, bool, long, double, a map, or a list of these.</param>
    public TwinMap Add(string key, object? value)
    {
        if (value is not (null or TwinMap { Entries.Count: 0 } or IReadOnlyList<object> { Count: 0 }))
        {
            entries.Add(new KeyValuePair<string, object>(key, value!));
        }

        return this;
    }

    /// <summary>Text that is left out where there is none.</summary>
    public TwinMap AddText(string key, string? value) => Add(key, string.IsNullOrEmpty(value) ? null : value);
}

namespace RMF.Core.Inventory;

/// <summary>
/// The definitions of an item's open members by path: <c>generalSettings.NAME</c>, <c>stream.NAME</c> (one set for all streams of a device),
/// shared by all items of one driver and model. Immutable, compared by reference.
/// </summary>
public sealed class DefinitionSet
{
    private readonly Dictionary<string, SettingDefinition> byPath;

    public DefinitionSet(IEnumerable<KeyValuePair<string, SettingDefinition>> definitions)
    {
        byPath = new Dictionary<string, SettingDefinition>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            byPath[definition.Key] = definition.Value;
        }
    }

    public int Count => byPath.Count;

    public SettingDefinition? Find(string path) => byPath.TryGetValue(path, out var found) ? found : null;
}

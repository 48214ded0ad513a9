using System.Collections.Frozen;
using RMF.Simulator.Json;

namespace RMF.Simulator;

/// <summary>The settings of one block (general, one stream, PTZ, driver), in the order in which the driver lists them. Immutable, shared by all devices of a model.</summary>
public sealed class SettingSet
{
    private readonly FrozenDictionary<string, int> index;
    private readonly byte[][] jsonNames;

    public SettingSet(string name, IEnumerable<SettingDefinition> settings)
    {
        Name = name;
        Settings = [.. settings];
        index = Settings.Select((s, i) => KeyValuePair.Create(s.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        jsonNames = [.. Settings.Select(s => JsonText.Prepare(s.Name))];
    }

    public static SettingSet Empty { get; } = new("", []);

    public string Name { get; }

    public IReadOnlyList<SettingDefinition> Settings { get; }

    /// <summary>Position of a setting, or -1.</summary>
    public int IndexOf(string setting) => index.GetValueOrDefault(setting, -1);

    public SettingDefinition? Find(string setting) => IndexOf(setting) is >= 0 and var at ? Settings[at] : null;

    internal byte[] JsonName(int at) => jsonNames[at];

    /// <summary>The same settings with other first values.</summary>
    public SettingSet With(IReadOnlyDictionary<string, object> defaults) =>
        defaults.Count == 0 ? this : new SettingSet(Name, Settings.Select(s => defaults.TryGetValue(s.Name, out var value) ? s with { Default = value } : s));
}

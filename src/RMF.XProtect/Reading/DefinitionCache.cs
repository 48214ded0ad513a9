using System.Collections.Concurrent;
using RMF.Core.Inventory;

namespace RMF.XProtect.Reading;

/// <summary>
/// Definitions by driver and model: asked for once and shared by all devices of the model. Lives as long as the session, because drivers
/// do not change without a restart of their recording server. Thread-safe; bounded by the number of models and devices of the site.
/// </summary>
internal sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<string, DefinitionSet> sets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> modelOf = new(StringComparer.Ordinal);

    /// <summary>The model that a hardware's devices share definitions by.</summary>
    public static string ModelOf(Item hardware)
    {
        var driver = hardware.Properties["hardwareDriverPath"] is Reference reference ? reference.Target.Id : string.Empty;
        return driver + "|" + hardware.Properties.TextOf("model");
    }

    public static string KeyOf(ItemKind deviceKind, string model) => $"{deviceKind}|{model}";

    public void Assign(string deviceId, string key) => modelOf[deviceId] = key;

    public DefinitionSet? Of(string deviceId) => modelOf.TryGetValue(deviceId, out var key) && sets.TryGetValue(key, out var set) ? set : null;

    public bool Has(string key) => sets.ContainsKey(key);

    public void Add(string deviceId, DefinitionSet set) => sets[modelOf.GetOrAdd(deviceId, static id => "device|" + id)] = set;
}

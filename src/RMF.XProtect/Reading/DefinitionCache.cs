using System.Collections.Concurrent;
using RMF.Core.Inventory;

namespace RMF.XProtect.Reading;

/// <summary>
/// Definitions by driver and model: asked for once and shared by all devices of the model. Lives as long as the session, because drivers
/// do not change without a restart of their recording server. Thread-safe; bounded by the number of models and devices of the site.
/// </summary>
internal sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<Model, DefinitionSet> sets = new();
    private readonly ConcurrentDictionary<string, Model> modelOf = new(StringComparer.Ordinal);

    /// <summary>Says by which model a device shares definitions.</summary>
    /// <param name="device">A device below the hardware.</param>
    /// <param name="hardware">What it hangs on.</param>
    /// <returns>The model.</returns>
    public Model Assign(Item device, Item hardware)
    {
        var driver = hardware.Properties["hardwareDriverPath"] is Reference reference ? reference.Target.Id : string.Empty;
        return modelOf[device.Key.Id] = new Model(device.Key.Kind, driver, hardware.Properties.TextOf("model"));
    }

    public DefinitionSet? Of(string deviceId) => modelOf.TryGetValue(deviceId, out var model) && sets.TryGetValue(model, out var set) ? set : null;

    public bool Has(Model model) => sets.ContainsKey(model);

    /// <summary>Remembers what a device's driver said; for the device alone, where its model is not known.</summary>
    public void Add(string deviceId, DefinitionSet set) => sets[modelOf.GetOrAdd(deviceId, static id => new Model(default, id, null))] = set;

    /// <param name="Kind">The kind of device.</param>
    /// <param name="Driver">Id of the hardware's driver.</param>
    /// <param name="Name">The hardware's model; null where the server does not say.</param>
    public readonly record struct Model(ItemKind Kind, string Driver, string? Name);
}

using RMF.Simulator.Models;

namespace RMF.Simulator;

/// <summary>The device models a world may name. Immutable and thread-safe.</summary>
public sealed class ModelCatalogue
{
    private static readonly Lazy<ModelCatalogue> BuiltIn = new(() =>
        ModelReader.Read(EmbeddedText.Read("Models.catalogue.yaml"), "catalogue.yaml"));

    private readonly Dictionary<string, DeviceModel> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, DeviceModel> byDriver = [];

    public ModelCatalogue(IEnumerable<DeviceModel> models)
    {
        Models = [.. models];
        foreach (var model in Models)
        {
            if (!byName.TryAdd(model.Name, model))
            {
                throw new ArgumentException($"The model '{model.Name}' is listed twice.", nameof(models));
            }

            byDriver.TryAdd(model.DriverNumber, model);
        }
    }

    /// <summary>The models that come with the simulator.</summary>
    public static ModelCatalogue Default => BuiltIn.Value;

    public IReadOnlyList<DeviceModel> Models { get; }

    public DeviceModel? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The first model that a driver of this number serves, or null.</summary>
    public DeviceModel? FindByDriver(int driverNumber) => byDriver.GetValueOrDefault(driverNumber);
}

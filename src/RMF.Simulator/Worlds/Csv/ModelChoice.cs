using System.Globalization;

namespace RMF.Simulator.Worlds.Csv;

/// <summary>
/// Chooses the model of each device of a hardware list by its driver. A driver that the catalogue does not know, or one
/// whose model has fewer channels than the list, gets a generic model with the channels that are listed.
/// </summary>
internal sealed class ModelChoice
{
    /// <summary>The driver that serves what nobody knows.</summary>
    private const int FallbackDriver = 421;

    private readonly Dictionary<string, DeviceModel> made = new(StringComparer.Ordinal);

    /// <summary>The generic models that were needed.</summary>
    public IEnumerable<DeviceModel> Generic => made.Values;

    /// <param name="rows">All rows of one address, on whatever recorder.</param>
    public DeviceModel Choose(IReadOnlyCollection<HardwareRow> rows)
    {
        var driver = rows.First().DriverNumber;
        var known = ModelCatalogue.Default.FindByDriver(driver == 0 ? FallbackDriver : driver);
        var counts = Enum.GetValues<DeviceKind>().Select(kind => Channels(rows, kind)).ToArray();
        if (known is not null && counts[(int)DeviceKind.Camera] > 0 && Fits(known, counts))
        {
            return known;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"Driver {driver}, {string.Join('-', counts)} channels");
        if (!made.TryGetValue(name, out var model))
        {
            made.Add(name, model = Make(name, driver, rows.First().DriverGroup, counts));
        }

        return model;
    }

    private static int Channels(IReadOnlyCollection<HardwareRow> rows, DeviceKind kind) =>
        rows.Where(row => row.Kind == kind).Select(row => row.Channel + 1).DefaultIfEmpty(0).Max();

    private static bool Fits(DeviceModel model, int[] counts) =>
        counts[(int)DeviceKind.Camera] <= model.Cameras
        && counts[(int)DeviceKind.Microphone] <= model.Microphones
        && counts[(int)DeviceKind.Speaker] <= model.Speakers
        && counts[(int)DeviceKind.Input] <= model.Inputs
        && counts[(int)DeviceKind.Output] <= model.Outputs
        && counts[(int)DeviceKind.Metadata] <= model.Metadata;

    private static DeviceModel Make(string name, int driver, string group, int[] counts)
    {
        var plain = ModelCatalogue.Default.FindByDriver(FallbackDriver)
            ?? throw new InvalidOperationException($"The catalogue has no model of driver {FallbackDriver}.");
        return plain with
        {
            Name = name,
            Vendor = group.Length > 0 ? group : plain.Vendor,
            DriverNumber = driver == 0 ? FallbackDriver : driver,
            DriverName = driver == 0 ? plain.DriverName : string.Create(CultureInfo.InvariantCulture, $"Driver {driver}"),
            DriverGroup = group.Length > 0 ? group : plain.DriverGroup,
            Cameras = counts[(int)DeviceKind.Camera],
            Microphones = counts[(int)DeviceKind.Microphone],
            Speakers = counts[(int)DeviceKind.Speaker],
            Inputs = counts[(int)DeviceKind.Input],
            Outputs = counts[(int)DeviceKind.Output],
            Metadata = counts[(int)DeviceKind.Metadata],
        };
    }
}

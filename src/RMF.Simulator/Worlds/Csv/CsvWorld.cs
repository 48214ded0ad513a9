using System.Globalization;

namespace RMF.Simulator.Worlds.Csv;

/// <summary>Builds a world from the rows of a hardware list. What the list does not say gets the simulator's usual values.</summary>
internal sealed class CsvWorld(string file, HardwareCsvOptions options)
{
    /// <summary>MACs are not in the list: these are locally administered ones, counted by address.</summary>
    private const string MacPrefix = "02524D";

    private readonly ModelChoice models = new();
    private readonly Dictionary<DeviceKind, GroupTree> groups = Enum.GetValues<DeviceKind>().ToDictionary(kind => kind, _ => new GroupTree());

    public World Build(string text)
    {
        var records = new CsvReader(file, text).Read();
        if (records.Count < 2)
        {
            throw new WorldException(file, 1, 1, "a hardware list has a header and at least one row");
        }

        var columns = new HardwareColumns(file, records[0], options.RecordingServer);
        var rows = records.Skip(1).Select((record, index) => columns.Read(record, index + 1)).ToList();
        var devices = rows.GroupBy(row => row.Address).Select(Device).ToDictionary(device => device.Address);
        var recorders = rows.GroupBy(row => row.RecordingServer, StringComparer.OrdinalIgnoreCase)
            .Select(same => Recorder(same.Key, [.. same], devices))
            .ToList();
        var site = Site(recorders);
        var catalogue = new ModelCatalogue([.. models.Generic, .. ModelCatalogue.Default.Models]);
        return new World(site.Name, options.AddEmptySecondary ? [site, Secondary(site)] : [site], options.Seed, models: catalogue);
    }

    private NetworkDevice Device(IGrouping<Uri, HardwareRow> rows, int index)
    {
        var all = rows.ToList();
        if (all.Find(row => row.DriverNumber != all[0].DriverNumber) is { } other)
        {
            throw new WorldException(file, other.Line, 1, $"{rows.Key} has driver {other.DriverNumber} here and {all[0].DriverNumber} in line {all[0].Line}");
        }

        return new NetworkDevice
        {
            Address = rows.Key,
            Model = models.Choose(all),
            Mac = MacPrefix + index.ToString("X6", CultureInfo.InvariantCulture),
            SerialNumber = string.Create(CultureInfo.InvariantCulture, $"CSV{index + 1:000000}"),
            Firmware = "1.0",
            UserName = all[0].UserName,
            Password = all[0].Password,
        };
    }

    private WorldRecorder Recorder(string name, IReadOnlyList<HardwareRow> rows, Dictionary<Uri, NetworkDevice> devices)
    {
        var storages = rows.Select(row => row.StorageName).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Select((storage, index) => new WorldStorage { Name = storage, IsDefault = index == 0 });
        return new WorldRecorder
        {
            Name = name,
            Storages = [.. storages],
            Hardware = [.. rows.GroupBy(row => row.Address).Select(same => Hardware([.. same], devices[same.Key]))],
        };
    }

    private WorldHardware Hardware(IReadOnlyList<HardwareRow> rows, NetworkDevice device)
    {
        var first = rows[0];
        var name = rows.Select(row => row.HardwareName).FirstOrDefault(said => said is not null)
            ?? $"{device.Model.Vendor} ({device.Address.Authority})";
        return new WorldHardware
        {
            Name = name,
            Model = device.Model,
            Address = device.Address,
            Mac = device.Mac,
            SerialNumber = device.SerialNumber,
            Firmware = device.Firmware,
            UserName = first.UserName,
            Password = first.Password,
            Cameras = Devices(rows, DeviceKind.Camera, device.Model.Cameras),
            Microphones = Devices(rows, DeviceKind.Microphone, device.Model.Microphones),
            Speakers = Devices(rows, DeviceKind.Speaker, device.Model.Speakers),
            Inputs = Devices(rows, DeviceKind.Input, device.Model.Inputs),
            Outputs = Devices(rows, DeviceKind.Output, device.Model.Outputs),
            Metadata = Devices(rows, DeviceKind.Metadata, device.Model.Metadata),
        };
    }

    /// <summary>All devices of a kind. Those that the list leaves out are disabled: the list holds what is in use.</summary>
    private List<WorldDevice> Devices(IReadOnlyList<HardwareRow> rows, DeviceKind kind, int count)
    {
        var listed = new Dictionary<int, HardwareRow>();
        foreach (var row in rows.Where(row => row.Kind == kind))
        {
            if (!listed.TryAdd(row.Channel, row))
            {
                throw new WorldException(file, row.Line, 1, $"{kind} {row.Channel} of {row.Address} stands in line {listed[row.Channel].Line} too");
            }
        }

        return [.. Enumerable.Range(0, count).Select(channel => listed.TryGetValue(channel, out var row)
            ? Listed(row)
            : new WorldDevice { Channel = channel, Enabled = false })];
    }

    private WorldDevice Listed(HardwareRow row)
    {
        foreach (var path in row.Groups)
        {
            // Not by name: names in a real list repeat.
            if (!groups[row.Kind].TryAdd(path, string.Create(CultureInfo.InvariantCulture, $"{row.RecordingServer}/{row.Address.AbsoluteUri}#{row.Channel}")))
            {
                throw new WorldException(file, row.Line, 1, $"'{path}' is not a group path such as /Harbour/Quay 1");
            }
        }

        return new WorldDevice
        {
            Channel = row.Channel,
            Name = row.Name,
            Enabled = row.Enabled,
            Storage = row.StorageName,
            Properties = row.GisPoint is null
                ? new Dictionary<string, object>(StringComparer.Ordinal)
                : new Dictionary<string, object>(StringComparer.Ordinal) { ["gisPoint"] = row.GisPoint },
        };
    }

    private WorldSite Site(IReadOnlyList<WorldRecorder> recorders) => new()
    {
        Name = options.SiteName ?? Path.GetFileNameWithoutExtension(file),
        Side = "primary",
        Recorders = recorders,
        CameraGroups = groups[DeviceKind.Camera].Groups(),
        MicrophoneGroups = groups[DeviceKind.Microphone].Groups(),
        SpeakerGroups = groups[DeviceKind.Speaker].Groups(),
        InputEventGroups = groups[DeviceKind.Input].Groups(),
        OutputGroups = groups[DeviceKind.Output].Groups(),
        MetadataGroups = groups[DeviceKind.Metadata].Groups(),
    };

    private static WorldSite Secondary(WorldSite site) => new()
    {
        Name = site.Name + "-dr",
        Side = "secondary",
        Recorders = [.. site.Recorders.Select(recorder => new WorldRecorder { Name = recorder.Name + "-DR", Storages = recorder.Storages })],
    };
}

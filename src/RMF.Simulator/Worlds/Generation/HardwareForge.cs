using System.Globalization;

namespace RMF.Simulator.Worlds;

/// <summary>Makes the hardware of a generated site: mixed models, addresses and MACs that no other hardware of the world has.</summary>
internal sealed class HardwareForge(Random chance)
{
    private const int HostsPerNetwork = 250;
    private const int NetworksPerBlock = 250;
    private const int FirstBlock = 16;

    private static readonly double[] Framerates = [5, 6, 8, 10, 12, 15];
    private static readonly long[] Bitrates = [1500, 2000, 3000, 4000, 6000, 8000];

    /// <summary>The vendors' own address blocks, so that a MAC says who made the device.</summary>
    private static readonly Dictionary<string, string> VendorPrefixes = new(StringComparer.Ordinal)
    {
        ["Axis"] = "ACCC8E",
        ["Bosch"] = "00075F",
        ["Hanwha"] = "000918",
        ["Hikvision"] = "4419B6",
        ["MOBOTIX"] = "0003C5",
    };

    private readonly DeviceModel[] models = [.. ModelCatalogue.Default.Models.Where(model => model.Cameras > 0)];
    private int made;

    /// <summary>Hardware with exactly as many cameras as asked for; encoders count by channel.</summary>
    public IReadOnlyList<WorldHardware> Make(int cameras)
    {
        var hardware = new List<WorldHardware>(cameras);
        for (var camera = 0; camera < cameras; camera += hardware[^1].Model.Cameras)
        {
            hardware.Add(MakeOne(Pick(cameras - camera), camera));
        }

        return hardware;
    }

    private DeviceModel Pick(int room)
    {
        var model = models[chance.Next(models.Length)];
        return model.Cameras <= room ? model : models.First(small => small.Cameras == 1);
    }

    private WorldHardware MakeOne(DeviceModel model, int camera)
    {
        var number = made++;
        var address = Address(number);
        return new WorldHardware
        {
            Name = $"{model.Vendor} {model.Name} ({address.Host})",
            Model = model,
            Address = address,
            Mac = Mac(model, number),
            SerialNumber = $"S{number + 1:000000}",
            Cameras = [.. Enumerable.Range(0, model.Cameras).Select(channel => Camera(model, channel, camera + channel))],
        };
    }

    private WorldDevice Camera(DeviceModel model, int channel, int camera) => new()
    {
        Channel = channel,
        Name = Place.Camera(camera),
        Properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["shortName"] = (camera + 1).ToString(CultureInfo.InvariantCulture),
            ["recordingFramerate"] = Boxes.Of(Framerates[chance.Next(Framerates.Length)]),
        },
        StreamSettings =
        [
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["FPS"] = Boxes.Of(Framerates[chance.Next(Framerates.Length)]),
                ["maxBitrate"] = Bitrates[chance.Next(Bitrates.Length)],
            },
        ],
        Presets = model.Ptz ? Presets(camera) : [],
    };

    private List<WorldPreset> Presets(int camera) =>
    [
        .. Enumerable.Range(1, 1 + chance.Next(4)).Select(preset => new WorldPreset
        {
            Name = $"{Place.Block(camera)} view {preset}",
            Pan = Math.Round((chance.NextDouble() * 2) - 1, 3),
            Tilt = Math.Round((chance.NextDouble() * 2) - 1, 3),
            Zoom = Math.Round(chance.NextDouble(), 3),
            Default = preset == 1,
        }),
    ];

    private static Uri Address(int number)
    {
        var block = FirstBlock + (number / (HostsPerNetwork * NetworksPerBlock));
        var network = number / HostsPerNetwork % NetworksPerBlock;
        return new Uri($"http://10.{block}.{network}.{(number % HostsPerNetwork) + 2}/");
    }

    private static string Mac(DeviceModel model, int number) =>
        VendorPrefixes.GetValueOrDefault(model.Vendor, "020000") + (0x100000 + number).ToString("X6", CultureInfo.InvariantCulture);
}

using RMF.Simulator.Models;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads one hardware entry against its model, so that a setting the model does not have is an error at its line.</summary>
internal sealed class HardwareReader(ModelCatalogue models)
{
    private const int MacDigits = 12;

    public WorldHardware Read(YamlMap map, IReadOnlyList<WorldStorage>? storages = null)
    {
        var model = Model(map.Need("model"));
        var devices = new DeviceReader(model, storages ?? []);
        var address = Address(map.Need("address"));
        var hardware = new WorldHardware
        {
            Name = map.Text("name", $"{model.Vendor} {model.Name} ({address.Host})"),
            Model = model,
            Address = address,
            Mac = Mac(map.Need("mac")),
            SerialNumber = map.OptionalText("serial"),
            Firmware = map.OptionalText("firmware"),
            Description = map.Text("description", ""),
            UserName = map.Text("user", "root"),
            Password = map.Text("password", "simulated"),
            Enabled = map.Flag("enabled", true),
            DriverSettings = map.Map("driverSettings") is { } given ? SettingValue.ReadAll(model.DriverSettings, given) : new Dictionary<string, object>(StringComparer.Ordinal),
            Cameras = devices.Read(map, "cameras", model.Cameras, SettingSet.Empty),
            Microphones = devices.Read(map, "microphones", model.Microphones, model.MicrophoneSettings),
            Speakers = devices.Read(map, "speakers", model.Speakers, model.SpeakerSettings),
            Inputs = devices.Read(map, "inputs", model.Inputs, model.InputSettings),
            Outputs = devices.Read(map, "outputs", model.Outputs, model.OutputSettings),
            Metadata = devices.Read(map, "metadata", model.Metadata, model.MetadataSettings),
        };
        map.Close();
        return hardware;
    }

    private DeviceModel Model(YamlValue name) => models.Find(name.Text())
        ?? throw name.Error($"There is no model '{name.Text()}'.{DidYouMean.Of(name.Text(), models.Models.Select(m => m.Name))} Known models: {string.Join(", ", models.Models.Select(m => m.Name))}.");

    private static Uri Address(YamlValue value)
    {
        var text = value.Text();
        var url = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/"
            ? uri
            : throw value.Error($"'{text}' is not an address such as 10.0.0.5, 10.0.0.5:8080 or https://10.0.0.5/.");
    }

    private static string Mac(YamlValue value)
    {
        var digits = value.Text().Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length == MacDigits && digits.All(char.IsAsciiHexDigit)
            ? digits
            : throw value.Error($"'{value.Text()}' is not a MAC address. Write it as 00:40:8C:18:22:01, in quotes where it is digits alone.");
    }
}

using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Engine.Twins;

/// <summary>A kind of device and what a world file calls it.</summary>
/// <param name="Kind">The device.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Key">The key below a hardware, and the count in a model.</param>
/// <param name="SettingsKey">The key of its general settings in a model.</param>
internal sealed record TwinKind(ItemKind Kind, ItemKind Settings, string Key, string SettingsKey)
{
    public static IReadOnlyList<TwinKind> All { get; } =
    [
        new(ItemKind.Camera, ItemKind.Settings, "cameras", "general"),
        new(ItemKind.Microphone, ItemKind.MicrophoneSettings, "microphones", "microphoneSettings"),
        new(ItemKind.Speaker, ItemKind.SpeakerSettings, "speakers", "speakerSettings"),
        new(ItemKind.InputEvent, ItemKind.InputEventSettings, "inputs", "inputSettings"),
        new(ItemKind.Output, ItemKind.OutputSettings, "outputs", "outputSettings"),
        new(ItemKind.Metadata, ItemKind.MetadataSettings, "metadata", "metadataSettings"),
    ];

    /// <summary>The plain properties of a kind that can be set, as a world holds them.</summary>
    public static TwinMap Plain(Item item)
    {
        var map = new TwinMap();
        foreach (var row in KindTable.Of(item.Key.Kind).Properties.Where(p => !p.IsName && !p.IsEnabling && p.Type != PropertyType.Reference))
        {
            if (item.Properties[row.Name] is Scalar { Type: not ScalarType.Null } value)
            {
                map.Add(row.Name, Spell(value));
            }
        }

        return map;
    }

    public static object Spell(Scalar value) => value.Type switch
    {
        ScalarType.Boolean => string.Equals(value.Value, "true", StringComparison.OrdinalIgnoreCase),
        ScalarType.Number when long.TryParse(value.Value, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var whole) => whole,
        ScalarType.Number => double.Parse(value.Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.Value,
    };
}

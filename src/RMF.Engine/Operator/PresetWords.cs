using System.Globalization;
using RMF.Core.Ptz;

namespace RMF.Engine.Operator;

/// <summary>Presets in words, the same in every host.</summary>
public static class PresetWords
{
    /// <summary>Number, name, pan, tilt and zoom.</summary>
    public static string Text(Preset preset)
        => string.Format(CultureInfo.InvariantCulture, "{0}. {1} ({2}, {3}, {4})", preset.Number, preset.Name, Axis(preset.Content.Pan), Axis(preset.Content.Tilt), Axis(preset.Content.Zoom));

    private static string Axis(double? value) => value is { } number ? Math.Round(number, 4).ToString(CultureInfo.InvariantCulture) : "?";
}

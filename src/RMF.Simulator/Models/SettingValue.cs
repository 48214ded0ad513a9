using System.Globalization;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Models;

/// <summary>Brings a value to the form its setting holds, or says why it cannot.</summary>
internal static class SettingValue
{
    public static Dictionary<string, object> ReadAll(SettingSet set, YamlMap given)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value, at) in given.Entries())
        {
            var setting = set.Find(name)
                ?? throw at.Error($"There is no setting '{name}' here.{DidYouMean.Of(name, set.Settings.Select(s => s.Name))}");
            values.Add(name, setting.CanSet ? Read(setting, value) : throw at.Error($"'{name}' is what the device reports: it cannot be set."));
        }

        return values;
    }

    public static object Read(SettingDefinition setting, YamlValue value) =>
        TryConvert(setting, setting.Type is SettingType.Text or SettingType.Choice ? value.Text() : value.Scalar(), out var converted, out var problem)
            ? converted
            : throw value.Error($"'{setting.Name}': {problem}");

    /// <summary>Numbers and flags are accepted as text too: older sites send and take them so.</summary>
    public static bool TryConvert(SettingDefinition setting, object? given, out object value, out string problem)
    {
        problem = "";
        value = "";
        switch (setting.Type)
        {
            case SettingType.Flag:
                if (given is bool flag || (given is string text && bool.TryParse(text, out flag)))
                {
                    value = flag ? Boxes.True : Boxes.False;
                    return true;
                }

                problem = "true or false is expected.";
                return false;
            case SettingType.Whole or SettingType.Number:
                return TryNumber(setting, given, out value, out problem);
            case SettingType.Choice:
                var chosen = Convert.ToString(given, CultureInfo.InvariantCulture) ?? "";
                value = setting.Options.FirstOrDefault(o => string.Equals(o, chosen, StringComparison.Ordinal)) ?? chosen;
                problem = $"'{chosen}' is none of {string.Join(", ", setting.Options)}.";
                return setting.Options.Contains(chosen, StringComparer.Ordinal);
            default:
                value = given as string ?? "";
                problem = "text is expected.";
                return given is string;
        }
    }

    private static bool TryNumber(SettingDefinition setting, object? given, out object value, out string problem)
    {
        problem = "";
        value = "";
        double number;
        switch (given)
        {
            case long whole: number = whole; break;
            case int whole: number = whole; break;
            case double real: number = real; break;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed): number = parsed; break;
            default:
                problem = "a number is expected.";
                return false;
        }

        if (!double.IsFinite(number) || (setting.Type == SettingType.Whole && number != Math.Truncate(number)))
        {
            problem = setting.Type == SettingType.Whole ? "a whole number is expected." : "a number is expected.";
            return false;
        }

        if (number < setting.Min || number > setting.Max)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"{number} is out of range ({setting.Min} to {setting.Max}).");
            return false;
        }

        value = setting.Type == SettingType.Whole ? Boxes.Of((long)number) : Boxes.Of(number);
        return true;
    }
}

using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Core.Planning.Merging;

/// <summary>Whether a driver takes a value, by its own definitions.</summary>
public static class DefinitionCheck
{
    /// <summary>Null when it does; otherwise one sentence with the value and the limit.</summary>
    public static string? WhyNot(SettingDefinition definition, PropertyValue value)
    {
        if (!definition.CanSet)
        {
            return $"the driver does not let '{definition.Name}' be set";
        }

        if (value is not Scalar { Value: var text })
        {
            return null;
        }

        if (definition.Options.Count > 0 && !definition.Options.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return $"the driver takes {Shorten(definition.Options)} for '{definition.Name}', not '{text}'";
        }

        if (definition.Options.Count == 0
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (number < definition.Minimum || number > definition.Maximum))
        {
            return FormattableString.Invariant($"the driver takes {Range(definition)} for '{definition.Name}', not {number}");
        }

        return null;
    }

    private static string Range(SettingDefinition definition) => (definition.Minimum, definition.Maximum) switch
    {
        (null, var maximum) => FormattableString.Invariant($"at most {maximum}"),
        (var minimum, null) => FormattableString.Invariant($"at least {minimum}"),
        var (minimum, maximum) => FormattableString.Invariant($"{minimum} to {maximum}"),
    };

    private static string Shorten(IReadOnlyList<string> options)
        => options.Count <= 8 ? string.Join(", ", options) : string.Join(", ", options.Take(8)) + " and " + (options.Count - 8).ToString(CultureInfo.InvariantCulture) + " more";
}

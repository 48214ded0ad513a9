using System.Globalization;
using System.Management.Automation;

namespace RMF.PowerShell.Arguments;

/// <summary>
/// Lets a TimeSpan parameter take durations as policies write them (<c>500ms</c>, <c>10s</c>, <c>5m</c>, <c>2h</c>) besides TimeSpan objects.
/// A bare number is refused: PowerShell would take it for ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DurationArgumentAttribute : ArgumentTransformationAttribute
{
    // The longer unit first: "ms" ends with "s" as well.
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            TimeSpan span => span,
            null => throw Wrong("nothing"),

            // PowerShell reads a bare 10s or 2d as a number with a type suffix, but still knows what was typed.
            _ => Parse(LanguagePrimitives.ConvertTo<string>(inputData)),
        };
    }

    /// <summary>Reads a duration.</summary>
    internal static TimeSpan Parse(string text)
    {
        var trimmed = text.Trim();
        foreach (var (unit, milliseconds) in Units)
        {
            if (trimmed.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(trimmed.Substring(0, trimmed.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && amount * milliseconds <= MostMilliseconds)
            {
                return TimeSpan.FromMilliseconds(amount * milliseconds);
            }
        }

        return trimmed.Contains(':') && TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out var span) ? span : throw Wrong($"'{text}'");
    }

    /// <summary>Ten years.</summary>
    internal const double MostMilliseconds = 10 * 365.0 * 86_400_000;

    private static ArgumentTransformationMetadataException Wrong(string what) =>
        new($"{what} is not a duration. Write a number with its unit: 500ms, 10s, 5m, 2h.");
}

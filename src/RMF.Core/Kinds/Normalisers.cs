using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Core.Kinds;

/// <summary>
/// The named normalisers. Sources: XProtect 2023 R2 sends numbers as strings; servers spell enumerations and GUIDs in either case;
/// an unset text is null or empty.
/// </summary>
public static class Normalisers
{
    public static readonly Normaliser Exact = new("exact", static v => v);

    /// <summary>Null and empty are the same text, and <c>5</c> is the same text as <c>"5"</c>.</summary>
    public static readonly Normaliser Text = new("text", static v => v is Scalar { Type: not ScalarType.Text } s ? Scalar.Text(s.Value) : v);

    /// <summary><c>"True"</c> and <c>true</c> are the same; null and empty are both unset.</summary>
    public static readonly Normaliser Boolean = new("boolean", static v => v is Scalar s && bool.TryParse(s.Value, out var b) ? Scalar.Boolean(b) : Unset(v));

    /// <summary><c>"5"</c>, <c>5</c> and <c>5.0</c> are the same; null and empty are both unset.</summary>
    public static readonly Normaliser Number = new("number", static v => v is Scalar s && TryNumber(s.Value, out var n) ? Scalar.Number(n) : Unset(v));

    /// <summary>Case does not matter.</summary>
    public static readonly Normaliser IgnoreCase = new("ignoreCase", static v => v is Scalar s && HasUpper(s.Value) ? Scalar.Text(s.Value.ToLowerInvariant()) : Text.Apply(v));

    /// <summary>Spacing and the number of decimals of a position do not matter.</summary>
    public static readonly Normaliser GisPoint = new("gisPoint", NormaliseGisPoint);

    /// <summary>Values whose type only the driver knows: plain numbers and booleans are equal to their text; <c>007</c> stays text.</summary>
    public static readonly Normaliser Open = new("open", NormaliseOpen);

    /// <summary>A list of groups whose members are compared as <see cref="Open"/> compares them; the order counts.</summary>
    public static readonly Normaliser Entries = new("entries", NormaliseEntries);

    public static IReadOnlyList<Normaliser> All { get; } = [Exact, Text, Boolean, Number, IgnoreCase, GisPoint, Open, Entries];

    public static Normaliser For(PropertyType type) => type switch
    {
        PropertyType.Text => Text,
        PropertyType.Boolean => Boolean,
        PropertyType.Number => Number,
        PropertyType.Choice => IgnoreCase,
        PropertyType.GisPoint => GisPoint,
        PropertyType.OpenGroup => Open,
        _ => Exact,
    };

    private static PropertyValue Unset(PropertyValue value) => value is Scalar { Value.Length: 0 } ? Scalar.Null : value;

    private static bool TryNumber(string text, out double number)
        => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
            && !double.IsNaN(number) && !double.IsInfinity(number);

    private static bool HasUpper(string text)
    {
        foreach (var c in text)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static PropertyValue NormaliseOpen(PropertyValue value)
    {
        if (value is not Scalar scalar)
        {
            return value;
        }

        switch (scalar.Type)
        {
            case ScalarType.Null:
                return Scalar.Empty;
            case ScalarType.Text when MayBeBooleanOrNumber(scalar.Value):
                if (bool.TryParse(scalar.Value, out var boolean))
                {
                    return Scalar.Boolean(boolean);
                }

                // Only what prints back as it was is a number: 007 and 1e3 are names of something.
                return TryNumber(scalar.Value, out var number) && string.Equals(Scalar.Number(number).Value, scalar.Value, StringComparison.Ordinal)
                    ? Scalar.Number(number)
                    : value;
            default:
                return value;
        }
    }

    /// <summary>Cheap: most values of a large site are words.</summary>
    private static bool MayBeBooleanOrNumber(string text)
        => text.Length is > 0 and <= 24 && (char.IsDigit(text[text.Length - 1]) || text[text.Length - 1] is 'e' or 'E');

    private static PropertyValue NormaliseEntries(PropertyValue value) => value switch
    {
        ListValue list => new ListValue([.. list.Items.Select(NormaliseEntries)]),
        GroupValue group => new GroupValue(group.Members.Aggregate(group.Members, static (bag, m) => bag.With(m.Key, NormaliseEntries(m.Value)))),
        _ => NormaliseOpen(value),
    };

    private static PropertyValue NormaliseGisPoint(PropertyValue value)
    {
        if (value is not Scalar scalar)
        {
            return value;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value))
        {
            return Scalar.Text("POINT EMPTY");
        }

        var open = scalar.Value.IndexOf('(');
        var close = scalar.Value.IndexOf(')');
        if (open < 0 || close < open)
        {
            return Scalar.Text(scalar.Value.Trim().ToUpperInvariant());
        }

        var parts = scalar.Value.Substring(open + 1, close - open - 1).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(p => TryNumber(p, out var n) ? Scalar.Number(n).Value : p);
        return Scalar.Text("POINT (" + string.Join(" ", numbers) + ")");
    }
}

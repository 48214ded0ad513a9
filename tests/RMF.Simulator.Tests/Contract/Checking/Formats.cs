using System.Globalization;

namespace RMF.Simulator.Tests.Contract;

/// <summary>The string formats of the document, and what each demands.</summary>
internal static class Formats
{
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ss.fffffff",
        "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz",
    ];

    public static bool Knows(string format) =>
        format is "guid" or "uuid" or "date-time-fraction" or "double" or "password" or "list-of-items" or "time";

    /// <summary>True when the text has the format; formats without a rule of their own hold any text.</summary>
    public static bool Holds(string format, string text) => format switch
    {
        "guid" or "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time-fraction" => Instants.Any(form => DateTimeOffset.TryParseExact(
            text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)),
        "time" => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => true,
    };
}

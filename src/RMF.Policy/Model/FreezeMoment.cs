using System.Globalization;

namespace RMF.Policy;

/// <summary>An end of a freeze window: a time of day (<c>22:00</c>) or an instant with its offset (<c>2026-12-24T18:00:00Z</c>).</summary>
/// <param name="Instant">The instant, or null for a time of day.</param>
/// <param name="TimeOfDay">The time of day, or null for an instant.</param>
public readonly record struct FreezeMoment(DateTimeOffset? Instant, TimeSpan? TimeOfDay)
{
    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>Reads <c>HH:mm</c> or an ISO 8601 instant that carries <c>Z</c> or an offset.</summary>
    public static bool TryParse(string text, out FreezeMoment moment)
    {
        moment = default;
        if (text.Length == 5
            && TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out var timeOfDay))
        {
            moment = new(null, timeOfDay);
            return true;
        }

        var hasOffset = text.Length > 16 && (text[text.Length - 1] == 'Z' || text.LastIndexOfAny(Signs) > 10);
        if (hasOffset
            && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            moment = new(instant, null);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString()
        => TimeOfDay is { } time
            ? time.ToString(@"hh\:mm", CultureInfo.InvariantCulture)
            : Instant is { } instant
                ? instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                : "";

    private static readonly char[] Signs = ['+', '-'];
}

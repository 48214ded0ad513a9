using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Playback;

namespace RMF.SmartClient.Model.Playback;

/// <summary>What a tile says of recorded video.</summary>
internal static class PlaybackWords
{
    /// <summary>Why neither side is shown, and what to do.</summary>
    public static string Nothing(PlaybackDecision decision, FootageReading reading, bool isReverse, DateTimeOffset at, TimeZoneInfo zone)
    {
        var text = IsBlind(reading) ? "What is recorded here could not be read." : decision.IsCertain ? "No recording here" : "No recording is known here";
        if (!IsBlind(reading))
        {
            text += decision.Next is { } next
                ? $"; {(isReverse ? "the one before is at" : "next at")} {Local(next, at, zone)}."
                : isReverse ? ", and none before." : ", and none after.";
        }

        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            if (reading.Of(side) is { Source: not null, Error: { } error, IsAway: true })
            {
                text += $"\n{side}: {error.Message}";
            }
            else if (!reading.Of(side).IsSettled(at))
            {
                text += $"\n{side}: has not answered yet.";
            }
        }

        return decision.SuggestsEdgeStorage ? text + "\nBoth sides were asked. The camera's own storage may have it: see Export." : text;
    }

    /// <summary>Neither side could be read: nothing is known at all.</summary>
    public static bool IsBlind(FootageReading reading)
        => new[] { Side.Primary, Side.Secondary }.All(s => reading.Of(s) is { Source: null } or { IsAway: true } or { Range: null })
            && new[] { Side.Primary, Side.Secondary }.Any(s => reading.Of(s).Source is not null);

    /// <summary>That the side that is not preferred plays, and why; empty where the preferred one does.</summary>
    public static string Reason(PlaybackDecision decision, PlaybackPreference preference)
    {
        var (preferred, plays) = preference.Preferred == Side.Primary ? ("the primary", "The secondary plays: ") : ("the secondary", "The primary plays: ");
        return decision.Plays != preference.Other ? "" : decision.Reason switch
        {
            PlaybackReason.PreferredGap => $"{plays}{preferred} had no recording where this began.",
            PlaybackReason.PreferredOffline => $"{plays}{preferred} did not answer where this began.",
            PlaybackReason.PreferredUnknown => $"{plays}what {preferred} has recorded could not be read.",
            _ => "",
        };
    }

    private static string Local(DateTimeOffset time, DateTimeOffset shown, TimeZoneInfo zone)
    {
        var (local, here) = (TimeZoneInfo.ConvertTime(time, zone), TimeZoneInfo.ConvertTime(shown, zone));
        return local.ToString(local.Date == here.Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

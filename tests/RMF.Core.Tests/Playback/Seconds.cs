using System.Globalization;
using RMF.Core.Playback;
using RMF.Testing;

namespace RMF.Core.Tests.Playback;

/// <summary>Times as seconds after an origin, and random sets of them.</summary>
internal static class Seconds
{
    public static readonly DateTimeOffset Origin = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double seconds) => Origin.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    public static TimeRange Range(double begin, double end) => new(At(begin), At(end));

    public static TimeRangeSet Set(params (double Begin, double End)[] ranges) => TimeRangeSet.Of(ranges.Select(r => Range(r.Begin, r.End)));

    public static int Of(DateTimeOffset time) => checked((int)((time - Origin).Ticks / TimeSpan.TicksPerSecond));

    /// <summary>The generator of random cases of the usual seed.</summary>
    public static Random Chance => new((int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue));

    /// <summary>One flag a second: whether it is in the set. Runs of random length, so that there are long sequences, short ones and touching ones.</summary>
    public static bool[] Flags(Random chance, int length)
    {
        var flags = new bool[length];
        var longest = 1 + chance.Next(length);
        var isIn = chance.Next(2) == 0;
        for (var i = 0; i < length; isIn = chance.Next(5) > 0 ? !isIn : isIn)
        {
            for (var run = 1 + chance.Next(longest); run > 0 && i < length; run--)
            {
                flags[i++] = isIn;
            }
        }

        return flags;
    }

    /// <summary>The set of some flags, in pieces that overlap and come in any order, as servers tell it.</summary>
    public static List<TimeRange> Pieces(Random chance, bool[] flags)
    {
        var pieces = new List<TimeRange>();
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i])
            {
                var end = i + 1;
                while (end < flags.Length && flags[end] && chance.Next(4) > 0)
                {
                    end++;
                }

                pieces.Insert(chance.Next(pieces.Count + 1), Range(i, end));
            }
        }

        return pieces;
    }

    /// <summary>The flags of a set.</summary>
    public static bool[] Flags(TimeRangeSet set, int length) => [.. Enumerable.Range(0, length).Select(i => set.Contains(At(i)))];
}

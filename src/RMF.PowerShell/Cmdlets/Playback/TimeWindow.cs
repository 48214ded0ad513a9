using System.Management.Automation;
using RMF.Core.Playback;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Reads ranges of time from parameters. A time without a zone is this machine's.</summary>
internal static class TimeWindow
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(24);

    /// <summary>The range that is meant; ends the cmdlet where there is none. What is still to come is left out.</summary>
    public static TimeRange Window(this RmfCmdlet cmdlet, DateTime? from, DateTime? to, TimeSpan? last, DateTimeOffset now)
    {
        var end = to is { } asked && Instant(asked) < now ? Instant(asked) : now;
        var begin = from is { } first ? Instant(first) : end - (last ?? Usual);
        var wrong = from is not null && last is not null ? "Both -From and -Last were given."
            : begin > now ? $"{begin.LocalDateTime} is still to come."
            : begin >= end ? $"{begin.LocalDateTime} is not before {end.LocalDateTime}."
            : null;
        if (wrong is not null)
        {
            cmdlet.ThrowTerminatingError(RmfErrorRecord.Create("RangeInvalid", ErrorCategory.InvalidArgument, wrong, "Give a begin before the end, e.g. -From 08:00 -To 09:00, or -Last 2h.", from));
        }

        return new TimeRange(begin, end);
    }

    public static DateTimeOffset Instant(DateTime time) => new DateTimeOffset(time).ToUniversalTime();
}

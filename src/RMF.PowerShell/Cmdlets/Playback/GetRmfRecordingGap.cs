using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Reports for each camera and day how much each side and both together have recorded, and what is missing: a report for audits.</summary>
[Cmdlet(VerbsCommon.Get, "RmfRecordingGap")]
[OutputType(typeof(RmfRecordingGap))]
public sealed class GetRmfRecordingGap : PlaybackCmdlet
{
    private bool isAsked;
    private TimeZoneInfo zone = TimeZoneInfo.Local;
    private TimeRange range;

    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>The first day, in place of -Days.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>So many days, today included. Default 7.</summary>
    [Parameter]
    [ValidateRange(1, CalendarDays.Most)]
    public int Days { get; set; } = 7;

    /// <summary>Gaps shorter than this are not listed and do not make a day incomplete, e.g. <c>10s</c>. Default 1 s.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan MinimumGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whose days: the id of a time zone, such as UTC or Europe/Berlin. Default: this machine's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>Only days of which a side has not all, or is not known.</summary>
    [Parameter]
    public SwitchParameter GapOnly { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            zone = TimeZone is null ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("TimeZoneUnknown", ErrorCategory.InvalidArgument, $"This machine knows no time zone '{TimeZone}'.", "[TimeZoneInfo]::GetSystemTimeZones() lists them; UTC is always there.", TimeZone));
        }

        var now = Now;
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var first = Since?.Date ?? today.AddDays(1 - Days);
        if (first > today || today - first > TimeSpan.FromDays(CalendarDays.Most - 1))
        {
            ThrowTerminatingError(RmfErrorRecord.Create("RangeInvalid", ErrorCategory.InvalidArgument, $"{first:d} is still to come, or more than ten years ago.", "Give the first day with -Since, or -Days 30.", Since));
        }

        // The first day is cut out of a range that surely reaches it: zones are at most 14 hours away, and days begin where clocks say.
        var around = new DateTimeOffset(DateTime.SpecifyKind(first, DateTimeKind.Unspecified), TimeSpan.Zero);
        range = new TimeRange(CalendarDays.Of(new TimeRange(around.AddDays(-1), now), zone).First(d => d.Date >= first).Range.Begin, now);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        isAsked = true;
        Wanted.Add(Camera);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return;
        }

        var pairs = await FindAsync(cancellationToken).ConfigureAwait(false);
        using var progress = new PlaybackProgress(this, "Reading recordings");
        var done = 0;
        await foreach (var read in NewReader().ReadAllAsync(pairs, range, cancellationToken).ConfigureAwait(false))
        {
            foreach (var day in Coverage.Days(read, zone, MinimumGap).Select(d => RmfRecordingGap.Of(read, d, zone)).Where(d => !GapOnly || d.State != "Whole"))
            {
                WriteObject(day);
            }

            progress.Show(read.Pair.Name, ++done, pairs.Count);
        }
    }
}

using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Playback;

/// <summary>
/// Reads in the background what both sides have recorded around the time that is shown, ahead in the direction of play. Each side for itself: one that does
/// not answer holds the other one up no longer than it has to. One question to a side at a time. Belongs to the user interface's thread.
/// </summary>
internal sealed class FootageReading(IClientPlatform platform, RecordingReader reader, Action changed) : IDisposable
{
    /// <summary>How often a side is asked again where it may record just now.</summary>
    public static readonly TimeSpan RefreshNew = TimeSpan.FromSeconds(5);

    /// <summary>How often it is asked again otherwise: that is how it is found out that it went away.</summary>
    public static readonly TimeSpan RefreshOld = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for an answer. One that comes later is not looked at.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The pause before a side is asked again that failed once: two failures at one instant are one.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Behind = TimeSpan.FromHours(1);
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1);

    // How far it looks ahead; further only where nothing was found.
    private static readonly TimeSpan[] Ahead = [TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    private readonly CancellationTokenSource ending = new();
    private readonly Question primary = new();
    private readonly Question secondary = new();
    private int step;

    public SideKnowledge Of(Side side) => QuestionTo(side).Knowledge;

    /// <summary>Whether there is anything left to wait for before the side is chosen at a time.</summary>
    public bool IsSettled(DateTimeOffset time) => primary.Knowledge.IsSettled(time) && secondary.Knowledge.IsSettled(time);

    /// <summary>No question is under way; for tests.</summary>
    internal bool IsIdle => primary.AskedAt is null && secondary.AskedAt is null;

    internal bool IsSettledOn(Side side, DateTimeOffset time) => Of(side).IsSettled(time);

    /// <summary>The questions that are under way, for tests.</summary>
    internal Task Last { get; private set; } = Task.CompletedTask;

    public void Use(RecordedPair pair)
    {
        primary.Knowledge.Use(pair.Primary);
        secondary.Knowledge.Use(pair.Secondary);
    }

    /// <summary>Sees to it that what is needed at a time is known or asked for.</summary>
    /// <param name="time">What is shown.</param>
    /// <param name="isReverse">It plays backwards.</param>
    /// <param name="isLost">Nothing was found in the direction of play: it looks further.</param>
    public void Look(DateTimeOffset time, bool isReverse, bool isLost)
    {
        step = !isLost ? 0 : Reaches(primary, time, isReverse) && Reaches(secondary, time, isReverse) ? Math.Min(step + 1, Ahead.Length - 1) : step;
        Look(primary, time, isReverse);
        Look(secondary, time, isReverse);
    }

    public void Dispose() => ending.Cancel();

    private Question QuestionTo(Side side) => side == Side.Primary ? primary : secondary;

    private bool Reaches(Question question, DateTimeOffset time, bool isReverse)
        => question.Knowledge.Source is null || question.Knowledge.IsAway
            || question.Knowledge.Range is { } range && range.Contains(time) && range.Contains(Moved(time, isReverse, TimeSpan.FromTicks(Ahead[step].Ticks / 2)));

    private void Look(Question question, DateTimeOffset time, bool isReverse)
    {
        if (question.Knowledge.Source is not { } source)
        {
            return;
        }

        var now = platform.Time.GetUtcNow();
        if (question.AskedAt is { } asked)
        {
            if (now - asked >= Patience)
            {
                question.AskedAt = null;
                question.Number++;
                question.LastAt = now;
                question.Knowledge.Failed(new SiteError(SiteErrorKind.Timeout, source.Site, "read sequences", $"{Name(source)} did not tell in {Patience.TotalSeconds:0} seconds what it has recorded.", "It is asked again by itself."));
                changed();
            }

            return;
        }

        var isFar = !Reaches(question, time, isReverse) && !question.Knowledge.IsAway;
        var isFailing = question.Knowledge is { Error: not null, IsAway: false };
        if (isFailing && now - question.LastAt < RetryAfter)
        {
            return;
        }

        if (isFar || isFailing || now - question.LastAt >= (time > now - Near ? RefreshNew : RefreshOld))
        {
            Ask(question, source, Window(time, isReverse, Ahead[isFar ? step : 0]), now);
        }
    }

    private void Ask(Question question, RecordedSource source, TimeRange window, DateTimeOffset now)
    {
        question.AskedAt = question.LastAt = now;
        var number = ++question.Number;
        var asked = AskAsync(question, number, source, window, now);
        Last = Last.IsCompleted ? asked : Task.WhenAll(Last, asked);
    }

    private async Task AskAsync(Question question, int number, RecordedSource source, TimeRange window, DateTimeOffset askedAt)
    {
        SideRecordings read;
        try
        {
            var pair = new RecordedPair(source.Name, source, null);
            read = (await Task.Run(() => reader.ReadAsync(pair, window, ending.Token), ending.Token).ConfigureAwait(false)).Primary;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The site may have been closed meanwhile. What is not known is unknown, whatever the cause.
            read = SideRecordings.Unknown(new SiteError(SiteErrorKind.Unreachable, source.Site, "read sequences", $"{Name(source)}: {exception.Message}", "It is asked again by itself."));
        }

        platform.Post(() => Answered(question, number, source, window, askedAt, read));
    }

    private void Answered(Question question, int number, RecordedSource source, TimeRange window, DateTimeOffset askedAt, SideRecordings read)
    {
        if (ending.IsCancellationRequested || number != question.Number)
        {
            return;
        }

        question.AskedAt = null;
        if (question.Knowledge.Source?.Camera.CameraId != source.Camera.CameraId)
        {
            return;
        }

        if (read.Error is { } error)
        {
            question.Knowledge.Failed(error);
        }
        else
        {
            question.Knowledge.Answered(window, read.Sequences!, askedAt);
        }

        changed();
    }

    private static TimeRange Window(DateTimeOffset time, bool isReverse, TimeSpan ahead)
        => new(Moved(time, true, isReverse ? ahead : Behind), Moved(time, false, isReverse ? Behind : ahead));

    private static DateTimeOffset Moved(DateTimeOffset time, bool isBack, TimeSpan by)
        => isBack
            ? time.UtcTicks > by.Ticks ? time - by : DateTimeOffset.MinValue
            : DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks > by.Ticks ? time + by : DateTimeOffset.MaxValue;

    private static string Name(RecordedSource source) => source.Recorder.Length > 0 ? source.Recorder : source.Site.Length > 0 ? source.Site : "The recording server";

    private sealed class Question
    {
        public SideKnowledge Knowledge { get; } = new();

        /// <summary>Since when it is under way; null when it is not.</summary>
        public DateTimeOffset? AskedAt { get; set; }

        public DateTimeOffset LastAt { get; set; } = DateTimeOffset.MinValue;

        public int Number { get; set; }
    }
}

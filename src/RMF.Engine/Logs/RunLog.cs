using System.Globalization;
using System.Text;
using RMF.Engine.Events;
using RMF.Engine.Runs;
using RMF.Engine.Secrets;

namespace RMF.Engine.Logs;

/// <summary>
/// What one run did and saw, kept in memory and written beside its journal when it ends. The journal says what was written to a site and survives a
/// crash; the log says all else and does not. Bounded: the beginning and the end are kept, the middle is counted. Thread-safe.
/// </summary>
public sealed class RunLog
{
    /// <summary>Lines that are kept of the beginning.</summary>
    public const int FirstLines = 5_000;

    /// <summary>Lines that are kept of the end.</summary>
    public const int LastLines = 15_000;

    /// <summary>Longest line; the rest of a longer one is cut off.</summary>
    public const int LongestLine = 2_000;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly object gate = new();
    private readonly List<LogLine> first = [];
    private readonly Queue<LogLine> last = new();
    private long dropped;

    /// <summary>Takes a line; secrets are taken out of it.</summary>
    public void Add(DateTimeOffset time, LogLevel level, string text)
    {
        var clean = Redactor.Clean(text, []).Replace('\r', ' ').Replace('\n', ' ');
        var line = new LogLine(time, level, clean.Length > LongestLine ? clean.Substring(0, LongestLine) + "…" : clean);
        lock (gate)
        {
            if (first.Count < FirstLines)
            {
                first.Add(line);
                return;
            }

            last.Enqueue(line);
            if (last.Count > LastLines)
            {
                last.Dequeue();
                dropped++;
            }
        }
    }

    /// <summary>Takes what a run reports.</summary>
    public void Add(RunEvent runEvent)
    {
        var level = runEvent.IsWarning ? LogLevel.Warning : LevelOf(runEvent.Result);
        var site = runEvent.Site is null ? string.Empty : runEvent.Site + ": ";
        var count = runEvent.Total > 0 ? FormattableString.Invariant($" ({runEvent.Done} of {runEvent.Total})") : string.Empty;
        Add(runEvent.Time, level, $"{runEvent.Phase}: {site}{runEvent.Message}{count}{(runEvent.Result?.Reason is { } reason ? ": " + reason : string.Empty)}");
    }

    /// <summary>Takes how a run ended, with each change that is not as it should be after everything was read back.</summary>
    public void Add(DateTimeOffset time, RunOutcome<RunReport> outcome)
    {
        if (!outcome.TryGet(out var report, out var failure))
        {
            Add(time, LogLevel.Error, $"The run ended {failure.Code}: {failure.Message}");
            return;
        }

        foreach (var result in report.Results.Where(r => r.Change.Writes && r.Status != ChangeStatus.Verified))
        {
            Add(result.Time, LevelOf(result), $"{result.Status} {result.Change.Id}: {result.Reason}");
        }

        Add(time, report.Result == RunResultCode.InWantedState ? LogLevel.Information : LogLevel.Warning, $"The run ended {report.Result}: {report.Message}");
    }

    /// <summary>The lines, oldest first; where the middle was left out a line says how much.</summary>
    public IReadOnlyList<LogLine> Lines()
    {
        lock (gate)
        {
            IEnumerable<LogLine> gap = dropped == 0 ? [] : [new LogLine(last.Peek().Time, LogLevel.Warning, FormattableString.Invariant($"{dropped} lines are left out here: a log keeps the first {FirstLines} and the last {LastLines}."))];
            return [.. first, .. gap, .. last];
        }
    }

    /// <summary>Writes the lines to a file, in place of the one that is there.</summary>
    /// <returns>Null when it was written.</returns>
    public RunFailure? Save(string path)
    {
        try
        {
            File.WriteAllLines(path, Lines().Select(Format), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2207", $"The log {path} cannot be written: {e.Message}", "The run is not touched by it. Check the permissions and the space of the folder of the journal.");
        }
    }

    /// <summary>The lines of a file; what is no line of a log is left out. Empty where there is no file: the run wrote none, or its process died.</summary>
    public static RunOutcome<IReadOnlyList<LogLine>> Read(string path)
    {
        try
        {
            return RunOutcome<IReadOnlyList<LogLine>>.Of(File.Exists(path) ? File.ReadLines(path).Take(FirstLines + LastLines + 1).Select(Parse).OfType<LogLine>().ToList() : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2207", $"The log {path} cannot be read: {e.Message}", "Check the permissions of the folder of the journal.");
        }
    }

    private static LogLevel LevelOf(ChangeResult? result) => result?.Status switch
    {
        ChangeStatus.Failed or ChangeStatus.Diverged or ChangeStatus.Stale => LogLevel.Error,
        ChangeStatus.Skipped or ChangeStatus.Unknown or ChangeStatus.Unverifiable => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    private static string Format(LogLine line) => line.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + " " + line.Level + " " + line.Text;

    private static LogLine? Parse(string text)
    {
        var parts = text.Split([' '], 3);
        return parts.Length == 3
            && DateTimeOffset.TryParseExact(parts[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && Enum.TryParse<LogLevel>(parts[1], out var level)
            ? new LogLine(time, level, parts[2])
            : null;
    }
}

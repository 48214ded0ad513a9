using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RMF.Engine.Json;
using RMF.Engine.Live;
using RMF.Engine.Logs;
using RMF.Engine.Secrets;

namespace RMF.SmartClient.Model.Logs;

/// <summary>
/// The client's log: one JSON object a line (time, level, text), without secrets, in the data folder. Written by the pool, never by the caller; bounded in
/// memory and on the disk. Thread-safe.
/// </summary>
public sealed class ClientLog : ILiveObserver, IAsyncDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "client.jsonl";

    /// <summary>A log that is longer is moved to <c>.old</c>, whose former content goes.</summary>
    public const long MostBytes = 8 * 1024 * 1024;

    /// <summary>Lines that wait for the disk; more are counted and left out.</summary>
    public const int MostWaiting = 10_000;

    private const int MostCharacters = 2_000;

    private readonly ConcurrentQueue<LogLine> waiting = new();
    private readonly object gate = new();
    private readonly TimeProvider time;
    private readonly LineFile file;
    private Task writing = Task.CompletedTask;
    private int count;
    private int left;
    private bool isWriting;

    /// <param name="time">The clock.</param>
    /// <param name="folder">The data folder; made with the first line.</param>
    public ClientLog(TimeProvider time, string folder)
    {
        this.time = time;
        Path = System.IO.Path.Combine(folder, FileName);
        file = new LineFile(Path, MostBytes);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Lines that are less grave are not kept.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>Why the last line could not be written; null when it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>Adds a line and returns at once.</summary>
    public void Add(LogLevel level, string text)
    {
        if (level > Level)
        {
            return;
        }

        if (Interlocked.Increment(ref count) > MostWaiting)
        {
            Interlocked.Decrement(ref count);
            Interlocked.Increment(ref left);
            return;
        }

        waiting.Enqueue(new LogLine(time.GetUtcNow(), level, text.Length > MostCharacters ? text.Substring(0, MostCharacters) : text));
        Begin();
    }

    /// <inheritdoc/>
    public void OnSwitch(TileSwitch moved)
        => Add(
            moved.To is null || moved.IsSwitch ? LogLevel.Warning : LogLevel.Information,
            string.Format(CultureInfo.InvariantCulture, "{0}: {1} -> {2}, {3}, {4:0} ms without a picture. {5}", moved.Tile, moved.From?.ToString() ?? "nothing", moved.To?.ToString() ?? "nothing", moved.Cause, moved.Gap.TotalMilliseconds, moved.Reason));

    /// <inheritdoc/>
    public void OnPicture(string tile, TimeSpan gap) => Add(LogLevel.Detail, string.Format(CultureInfo.InvariantCulture, "{0}: the first new picture, {1:0} ms after the last", tile, gap.TotalMilliseconds));

    /// <summary>Waits until what was added is on the disk.</summary>
    public Task FlushAsync()
    {
        lock (gate)
        {
            return writing;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        file.Dispose();
    }

    private void Begin()
    {
        lock (gate)
        {
            if (!isWriting)
            {
                isWriting = true;
                writing = Task.Run(WriteAll);
            }
        }
    }

    private void WriteAll()
    {
        while (true)
        {
            using var lines = new MemoryStream();
            while (waiting.TryDequeue(out var line))
            {
                Interlocked.Decrement(ref count);
                Put(lines, line);
            }

            if (Interlocked.Exchange(ref left, 0) is > 0 and var lost)
            {
                Put(lines, new LogLine(time.GetUtcNow(), LogLevel.Warning, FormattableString.Invariant($"{lost} lines were left out: the disk was too slow")));
            }

            Failure = file.Write(lines.ToArray());
            lock (gate)
            {
                // Who adds a line now sees that nobody writes, and begins anew.
                if (waiting.IsEmpty)
                {
                    isWriting = false;
                    return;
                }
            }
        }
    }

    private static void Put(MemoryStream lines, LogLine line)
    {
        using (var json = new Utf8JsonWriter(lines, CanonicalJson.Compact))
        {
            json.WriteStartObject();
            json.WriteString("time", CanonicalJson.Time(line.Time));
            json.WriteString("level", line.Level.ToString());
            json.WriteString("text", Redactor.Clean(line.Text, []));
            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }
}

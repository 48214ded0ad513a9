using System.Text.Json;
using RMF.Engine.Logs;

namespace RMF.Engine.Live;

/// <summary>
/// Writes each switch as one JSON object a line: time (UTC, ISO 8601), tile, from, to, cause, reason, gapMs. A line is written whole and flushed.
/// A file that cannot be written is tried again with the next switch and never stops a tile. Thread-safe.
/// </summary>
public sealed class SwitchLog : ILiveObserver, IDisposable
{
    /// <summary>A log that is longer is moved to <c>.old</c>, whose former content goes.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    private readonly LineFile file;
    private readonly ILiveObserver next;

    /// <param name="path">The file; made with its folder where it is not there, else continued.</param>
    /// <param name="next">Hears the same. Null = nobody.</param>
    public SwitchLog(string path, ILiveObserver? next = null)
    {
        this.next = next ?? NoLiveObserver.Instance;
        file = new LineFile(path, MostBytes);
        file.Open();
    }

    /// <summary>Why the last line could not be written. Null = it was.</summary>
    public string? Failure { get; private set; }

    public void OnSwitch(TileSwitch moved)
    {
        Failure = file.Write(Line(moved));
        next.OnSwitch(moved);
    }

    public void OnPicture(string tile, TimeSpan gap) => next.OnPicture(tile, gap);

    public void Dispose() => file.Dispose();

    private static byte[] Line(TileSwitch moved)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", moved.At.UtcDateTime);
            json.WriteString("tile", moved.Tile);
            json.WriteString("from", moved.From?.ToString());
            json.WriteString("to", moved.To?.ToString());
            json.WriteString("cause", moved.Cause.ToString());
            json.WriteString("reason", moved.Reason);
            json.WriteNumber("gapMs", Math.Round(moved.Gap.TotalMilliseconds, 1));
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}

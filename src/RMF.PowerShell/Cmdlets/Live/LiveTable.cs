using System.Globalization;
using System.Text;
using RMF.Core.Live;
using RMF.Engine.Live;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>
/// Draws tiles as a table that stays in its place on a terminal. Where the output is no terminal it tells switches alone, one line each, so
/// that a log does not fill with tables.
/// </summary>
internal sealed class LiveTable
{
    private const int Events = 5;

    private readonly Queue<string> last = new();
    private readonly List<string> news = [];
    private int drawn;

    public void Add(TileSwitch moved)
    {
        var to = moved.To?.ToString() ?? "no picture";
        var gap = moved.Gap > TimeSpan.Zero ? string.Format(CultureInfo.InvariantCulture, ", {0:0} ms without a picture", moved.Gap.TotalMilliseconds) : string.Empty;
        var line = string.Format(CultureInfo.InvariantCulture, "{0:HH:mm:ss.fff}  {1}: {2} -> {3} ({4}{5})", moved.At.LocalDateTime, moved.Tile, moved.From?.ToString() ?? "start", to, moved.Reason, gap);
        news.Add(line);
        last.Enqueue(line);
        if (last.Count > Events)
        {
            last.Dequeue();
        }
    }

    /// <summary>What is to be written now.</summary>
    /// <param name="tiles">As they are.</param>
    /// <param name="width">Columns of the screen; lines are cut there, because a wrapped line would shift the table.</param>
    /// <param name="isTerminal">Whether the cursor can be moved.</param>
    public string Draw(IReadOnlyList<TileStatus> tiles, int width, bool isTerminal)
    {
        var text = new StringBuilder();
        if (!isTerminal)
        {
            news.ForEach(n => text.Append(n).Append('\n'));
            news.Clear();
            return text.ToString();
        }

        news.Clear();
        if (drawn > 0)
        {
            text.Append("\u001b[").Append(drawn.ToString(CultureInfo.InvariantCulture)).Append('A');
        }

        var lines = Lines(tiles).ToList();
        foreach (var line in lines)
        {
            text.Append(line.Length > width - 1 ? line.Substring(0, width - 1) : line).Append("\u001b[K\n");
        }

        drawn = lines.Count;
        return text.ToString();
    }

    private IEnumerable<string> Lines(IReadOnlyList<TileStatus> tiles)
    {
        var names = Math.Min(Math.Max(tiles.Max(t => t.Name.Length), 6), 30);
        yield return $"{"Camera".PadRight(names)}  {"Shown",-9}  {"Phase",-13}  {"For",8}  {"Primary",-28}  {"Secondary",-28}  Switches";
        foreach (var tile in tiles)
        {
            var name = tile.Name.Length > names ? tile.Name.Substring(0, names) : tile.Name;
            yield return $"{name.PadRight(names)}  {tile.Shown?.ToString() ?? "-",-9}  {tile.Phase,-13}  {Seconds(tile.Since),8}  {Side(tile.Primary),-28}  {Side(tile.Secondary),-28}  {tile.Switches.ToString(CultureInfo.InvariantCulture)}";
        }

        yield return string.Empty;
        foreach (var line in last)
        {
            yield return line;
        }

        // The table keeps its height, so that what was drawn before is drawn over.
        for (var i = last.Count; i < Events; i++)
        {
            yield return string.Empty;
        }
    }

    private static string Side(TileSideStatus side) => side.Health switch
    {
        SideStatus.Healthy or SideStatus.Validating => string.Format(CultureInfo.InvariantCulture, "{0} {1:0.#} fps", side.Health, side.FramesPerSecond),
        _ when side.Age is { } age => string.Format(CultureInfo.InvariantCulture, "{0} for {1:0.0} s", side.Health, age.TotalSeconds),
        _ => side.Health.ToString(),
    };

    private static string Seconds(TimeSpan time) => time.TotalHours >= 1
        ? string.Format(CultureInfo.InvariantCulture, "{0:0}h{1:00}m", Math.Floor(time.TotalHours), time.Minutes)
        : string.Format(CultureInfo.InvariantCulture, "{0:0}m{1:00}s", Math.Floor(time.TotalMinutes), time.Seconds);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using RMF.Engine.Live.Drill;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The files that a drill leaves: a table, a summary and a picture. Text is UTF-8 without a mark.</summary>
internal sealed class DrillFiles(string folder)
{
    private static readonly string[] Names = ["drill.csv", "drill.json", "drill.svg"];

    /// <summary>One that is there already. Null = none.</summary>
    public string? Existing => Names.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);

    public void Write(DrillResult result)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Names[0]), Csv(result));
        File.WriteAllText(Path.Combine(folder, Names[1]), Json(result) + "\n");
        File.WriteAllText(Path.Combine(folder, Names[2]), DrillChart.Svg(result));
    }

    private static string Csv(DrillResult result)
    {
        var text = new StringBuilder("round,tile,gapMs,detectionMs,wentHome\n");
        foreach (var row in result.Rows)
        {
            text.Append(row.Round.ToString(CultureInfo.InvariantCulture)).Append(",\"").Append(row.Tile.Replace("\"", "\"\"")).Append("\",")
                .Append(Milliseconds(row.Gap)).Append(',').Append(Milliseconds(row.Detection)).Append(',').Append(row.WentHome ? "true" : "false").Append('\n');
        }

        return text.ToString();
    }

    private static string Json(DrillResult result) => JsonSerializer.Serialize(
        new
        {
            tiles = result.Tiles,
            rounds = result.Options.Rounds,
            method = result.Options.Obstruction.ToString(),
            switched = result.Switched,
            gapMsP50 = Rounded(result.Percentile(0.5)),
            gapMsP99 = Rounded(result.Percentile(0.99)),
            gapMsMax = Rounded(result.Percentile(1)),
            wentHome = result.WentHome,
            falseSwitches = result.FalseSwitches,
            notReady = result.NotReady,
        },
        new JsonSerializerOptions { WriteIndented = true });

    private static double? Rounded(TimeSpan? gap) => gap is { } value ? Math.Round(value.TotalMilliseconds, 1) : null;

    private static string Milliseconds(TimeSpan? gap) => gap is { } value ? value.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) : string.Empty;
}

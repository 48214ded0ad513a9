using System.Globalization;
using System.Text;

namespace RMF.Engine.Live.Drill;

/// <summary>Draws the gaps of a drill as an SVG picture: a bar for each class of gaps, with the 50th and the 99th percentile marked.</summary>
public static class DrillChart
{
    private const int Width = 720;
    private const int Height = 320;
    private const int Left = 56;
    private const int Right = 24;
    private const int Top = 48;
    private const int Bottom = 48;
    private const int Bars = 40;

    /// <summary>The picture, one SVG document; with no switch it says so.</summary>
    public static string Svg(DrillResult result)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n"));
        text.Append(Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n<text x=\"{Left}\" y=\"22\" font-size=\"15\">{Title(result)}</text>\n"));
        if (result.Gaps.Count > 0)
        {
            Draw(text, result);
        }

        return text.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder text, DrillResult result)
    {
        var gaps = result.Gaps.Select(g => g.TotalMilliseconds).ToList();
        var most = Nice(Math.Max(gaps[gaps.Count - 1] * 1.1, 1));
        var counts = new int[Bars];
        foreach (var gap in gaps)
        {
            counts[Math.Min((int)(gap / most * Bars), Bars - 1)]++;
        }

        var highest = counts.Max();
        var width = (Width - Left - Right) / (double)Bars;
        double X(double ms) => Left + (ms / most * (Width - Left - Right));
        for (var i = 0; i < Bars; i++)
        {
            var height = counts[i] / (double)highest * (Height - Top - Bottom);
            if (height > 0)
            {
                text.Append(Invariant($"<rect x=\"{Left + (i * width):0.0}\" y=\"{Height - Bottom - height:0.0}\" width=\"{width - 1:0.0}\" height=\"{height:0.0}\" fill=\"#4878a8\"/>\n"));
            }
        }

        text.Append(Invariant($"<path d=\"M{Left} {Top} V{Height - Bottom} H{Width - Right}\" stroke=\"#222\" fill=\"none\"/>\n"));
        text.Append(Invariant($"<text x=\"{Left - 8}\" y=\"{Top + 4}\" text-anchor=\"end\">{highest}</text>\n<text x=\"{Left - 8}\" y=\"{Height - Bottom + 4}\" text-anchor=\"end\">0</text>\n"));
        for (var i = 0; i <= 4; i++)
        {
            text.Append(Invariant($"<text x=\"{X(most * i / 4):0.0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{most * i / 4:0.#}</text>\n"));
        }

        text.Append(Invariant($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">gap without a new picture, ms</text>\n<text x=\"{Left}\" y=\"{Top - 10}\" text-anchor=\"middle\">switches</text>\n"));
        Mark(text, X(result.Percentile(0.5)!.Value.TotalMilliseconds), "p50", 0);
        Mark(text, X(result.Percentile(0.99)!.Value.TotalMilliseconds), "p99", 12);
    }

    // Two marks may fall together: each has its own height.
    private static void Mark(StringBuilder text, double x, string name, int lower)
        => text.Append(Invariant($"<path d=\"M{x:0.0} {Top - 6 + lower} V{Height - Bottom}\" stroke=\"#c04020\" stroke-dasharray=\"4 3\"/>\n<text x=\"{x - 4:0.0}\" y=\"{Top - 2 + lower}\" text-anchor=\"end\" fill=\"#c04020\">{name}</text>\n"));

    private static string Title(DrillResult result)
        => result.Gaps.Count == 0 ? "No tile switched"
            : Invariant($"{result.Switched} switches of {result.Tiles} tiles: p50 {result.Percentile(0.5)!.Value.TotalMilliseconds:0} ms, p99 {result.Percentile(0.99)!.Value.TotalMilliseconds:0} ms, max {result.Gaps[result.Gaps.Count - 1].TotalMilliseconds:0} ms, {result.FalseSwitches} false");

    /// <summary>The next of 1, 2, 5 times a power of ten.</summary>
    private static double Nice(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return new[] { 1, 2, 4, 5, 10 }.Select(f => f * power).First(n => n >= value);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Text;

namespace RMF.Core.Live;

/// <summary>Writes the table of transitions as a diagram and as a list, for the documentation. Deterministic.</summary>
public static class TransitionDiagram
{
    /// <summary>What operators do; the same from every position.</summary>
    internal static IReadOnlyList<(TileEventKind Act, TilePhase To, string Words)> Acts { get; } =
    [
        (TileEventKind.Pin, TilePhase.Pinned, "the pinned side is home for as long as the pin lasts"),
        (TileEventKind.Suspend, TilePhase.Paused, "no failback; a dead picture is still left"),
    ];

    /// <summary>Each row: where from, and the condition as <see cref="TileStep.Taken"/> tells it.</summary>
    public static IReadOnlyList<(TilePosition From, string When)> Rows { get; } = TransitionTable.Rows.Select(r => (r.From, r.When)).ToList();

    /// <summary>A Mermaid state diagram.</summary>
    public static string Mermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n  [*] --> Starting\n");
        foreach (var row in TransitionTable.Rows)
        {
            text.Append("  ").Append(row.From).Append(" --> ").Append(row.To).Append(" : ").Append(row.When).Append('\n');
        }

        foreach (var (act, to, words) in Acts)
        {
            text.Append("  note left of ").Append(act == TileEventKind.Pin ? TilePosition.Home : TilePosition.Away).Append(" : ")
                .Append(act).Append(" from anywhere is ").Append(to).Append(". ").Append(char.ToUpperInvariant(words[0])).Append(words, 1, words.Length - 1).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A Markdown table, in the order in which the rows are tried.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| From | When | To | Cause |\n|---|---|---|---|\n");
        foreach (var row in TransitionTable.Rows)
        {
            text.Append("| ").Append(row.From).Append(" | ").Append(row.When).Append(" | ").Append(row.To).Append(" | ").Append(row.Cause is { } cause ? cause.ToString() : "").Append(" |\n");
        }

        return text.ToString();
    }
}

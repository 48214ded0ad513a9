using RMF.Core.Live;
using RMF.Testing;
using Xunit;

namespace RMF.Core.Tests.Live;

public sealed class TransitionDocumentTests
{
    private const string Begin = "<!-- transitions: begin -->\n";
    private const string End = "<!-- transitions: end -->";

    /// <summary>With RMF_APPROVE=1 the page is written instead.</summary>
    [Fact]
    public void The_page_shows_the_table_that_runs()
    {
        var path = Repository.PathOf("docs", "live.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        var wanted = $"```mermaid\n{TransitionDiagram.Mermaid()}```\n\n{TransitionDiagram.Markdown()}";
        if (Environment.GetEnvironmentVariable("RMF_APPROVE") == "1")
        {
            File.WriteAllText(path, page[..from] + wanted + page[to..]);
            return;
        }

        Assert.Equal(wanted, page[from..to]);
    }

    [Fact]
    public void Operators_acts_lead_where_the_diagram_says()
    {
        Assert.Contains("Pin from anywhere is Pinned", TransitionDiagram.Mermaid(), StringComparison.Ordinal);
        foreach (var position in Enum.GetValues<TilePosition>())
        {
            var state = TileState.Open(new TileSettings(), default) with { Position = position };
            Assert.Equal(TilePhase.Pinned, Phase(TileEvent.Pin(default)));
            Assert.Equal(TilePhase.Paused, Phase(TileEvent.Suspend));

            TilePhase Phase(TileEvent act) => TileReducer.Step(state, act, new TileSettings(), default).State.Phase;
        }
    }
}

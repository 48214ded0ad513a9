using static RMF.Core.Live.TilePosition;

namespace RMF.Core.Live;

/// <summary>
/// All ways from one position to another. The rows of a position are tried in their order; the first that holds is taken, at most one for each
/// event. What shows a picture again stands before what waits: leaving a dead picture is never delayed.
/// </summary>
internal static class TransitionTable
{
    public static IReadOnlyList<Transition> Rows { get; } =
    [
        new(Starting, "home has a picture", Home, SwitchCause.Started, v => v.HomeHasPicture),
        new(Starting, "home did not come in time, away has a picture", Away, SwitchCause.HomeNeverCame, v => v.HomeNeverCame && v.AwayHasPicture),
        new(Starting, "neither came in time", BothLost, SwitchCause.BothLost, v => v.NeitherCame),

        new(Home, "home lost, away has a picture", Away, SwitchCause.HomeLost, v => v.HomeIsLost && v.AwayHasPicture),
        new(Home, "home lost, away has none", BothLost, SwitchCause.BothLost, v => v.HomeIsLost && v.AwayHasNone),

        new(Away, "away lost, home has a picture", Home, SwitchCause.AwayLost, v => v.AwayIsLost && v.HomeHasPicture),
        new(Away, "away lost, home has none", BothLost, SwitchCause.BothLost, v => v.AwayIsLost && v.HomeHasNone),
        new(Away, "home trusted, the way is open", Home, SwitchCause.Failback, v => v.MayGoHome),
        new(Away, "home has frames", ReturningHome, null, v => v.IsValidating),

        new(ReturningHome, "away lost, home has a picture", Home, SwitchCause.AwayLost, v => v.AwayIsLost && v.HomeHasPicture),
        new(ReturningHome, "away lost, home has none", BothLost, SwitchCause.BothLost, v => v.AwayIsLost && v.HomeHasNone),
        new(ReturningHome, "home trusted, the way is open", Home, SwitchCause.Failback, v => v.MayGoHome),
        new(ReturningHome, "a gap, or not wanted any more", Away, null, v => !v.IsValidating),

        new(BothLost, "home has a picture", Home, SwitchCause.PictureAgain, v => v.HomeHasPicture),
        new(BothLost, "away has a picture", Away, SwitchCause.PictureAgain, v => v.AwayHasPicture),
    ];

    // By position, so that a frame looks at its own rows alone.
    private static readonly Transition[][] ByPosition = Enumerable.Range(0, (int)BothLost + 1)
        .Select(p => Rows.Where(r => (int)r.From == p).ToArray())
        .ToArray();

    public static Transition? First(TilePosition from, TileView view)
    {
        foreach (var row in ByPosition[(int)from])
        {
            if (row.Holds(view))
            {
                return row;
            }
        }

        return null;
    }
}

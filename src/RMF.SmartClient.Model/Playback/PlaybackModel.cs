using RMF.Core.Inventory;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Playback;

/// <summary>
/// Recorded video of a tile: follows a controller and says which side shows it, as docs/playback.md decides. What a side has recorded is read in the
/// background; what is not known is never taken for nothing. Belongs to the user interface's thread.
/// </summary>
public sealed class PlaybackModel : Observable, IDisposable
{
    /// <param name="tile">The tile.</param>
    /// <param name="desk">What the client's tiles share.</param>
    public PlaybackModel(TileModel tile, OperatorDesk desk)
    {
        _ = tile;
        _ = desk;
        GoToNext = new ModelCommand("Go to the next recording", _ => { });
    }

    /// <summary>A controller is followed.</summary>
    public bool IsOpen => false;

    /// <summary>The side whose viewer is to be on top; null = neither can show anything, and <see cref="Text"/> says why.</summary>
    public Side? Shown => null;

    /// <summary>The recorded time that is shown, UTC.</summary>
    public DateTimeOffset Position => default;

    /// <summary>What stands in the middle of the tile where nothing can be shown; empty otherwise.</summary>
    public string Text => "";

    /// <summary>Why this side shows, where that is not the one that is preferred; empty otherwise.</summary>
    public string ReasonText => "";

    /// <summary>Goes to the next time in the direction of play at which a side can play.</summary>
    public ModelCommand GoToNext { get; }

    /// <summary>Follows a controller from now on, instead of any other one.</summary>
    public void Open(IPlaybackController controller) => throw new NotSupportedException("not yet");

    /// <summary>Follows nothing any more.</summary>
    public void Close() => throw new NotSupportedException("not yet");

    /// <inheritdoc/>
    public void Dispose() => Close();
}

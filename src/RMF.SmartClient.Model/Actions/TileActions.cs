using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Export;
using RMF.SmartClient.Model.Playback;
using RMF.SmartClient.Model.Presets;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// What an operator does with a tile's camera, on both sides. Without the right to it an action is not offered; where the client cannot tell, it is, and
/// a refusal is shown. Belongs to the user interface's thread.
/// </summary>
public sealed class TileActions : Observable, IDisposable
{
    /// <param name="tile">The tile.</param>
    /// <param name="playback">Its recorded video; what is shown there is what a snapshot, a bookmark and an export are of.</param>
    /// <param name="desk">What the client's tiles share.</param>
    public TileActions(TileModel tile, PlaybackModel playback, OperatorDesk desk)
    {
        _ = tile;
        _ = playback;
        _ = desk;
        Record = Bookmark = Snapshot = Presets = Export = new ModelCommand("", _ => { });
        Commands = [Record, Bookmark, Snapshot, Presets, Export];
    }

    /// <summary>The buttons, in their order.</summary>
    public IReadOnlyList<ModelCommand> Commands { get; }

    /// <summary>Starts manual recording on both sides, or stops it. Checked while a side records.</summary>
    public ModelCommand Record { get; }

    /// <summary>Sets a bookmark on both sides at the time that is shown. The parameter, a string, is what it is called.</summary>
    public ModelCommand Bookmark { get; }

    /// <summary>Takes the picture that is shown; see <see cref="SnapshotAsked"/>.</summary>
    public ModelCommand Snapshot { get; }

    /// <summary>Opens the list of presets.</summary>
    public ModelCommand Presets { get; }

    /// <summary>Opens the help for exports.</summary>
    public ModelCommand Export { get; }

    /// <summary>What became of the last action, for people, and what to do; empty before one.</summary>
    public string Message => "";

    /// <summary>The message tells of something that is not done.</summary>
    public bool IsWarning => false;

    /// <summary>An action is under way.</summary>
    public bool IsBusy => false;

    /// <summary>The list of presets is to be opened.</summary>
    public event EventHandler<AskedEventArgs<PresetListModel>>? PresetsAsked
    {
        add => throw new NotSupportedException("not yet");
        remove => throw new NotSupportedException("not yet");
    }

    /// <summary>The help for exports is to be opened.</summary>
    public event EventHandler<AskedEventArgs<ExportHelpModel>>? ExportAsked
    {
        add => throw new NotSupportedException("not yet");
        remove => throw new NotSupportedException("not yet");
    }

    /// <summary>A picture was taken: the view sets where it is to be written.</summary>
    public event EventHandler<SnapshotAskedEventArgs>? SnapshotAsked
    {
        add => throw new NotSupportedException("not yet");
        remove => throw new NotSupportedException("not yet");
    }

    /// <summary>Looks at rights and at whether the camera records. To be called when the buttons become visible; more often than every five seconds does nothing.</summary>
    public void Refresh() => throw new NotSupportedException("not yet");

    /// <summary>Takes the message away.</summary>
    public void Dismiss() => throw new NotSupportedException("not yet");

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException("not yet");
}

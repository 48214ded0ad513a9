using System.Collections.ObjectModel;
using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Presets;

/// <summary>The presets of both sides side by side, and the choice of the side that wins. Belongs to the user interface's thread.</summary>
public sealed class PresetMismatchModel : Observable, IDisposable
{
    internal PresetMismatchModel() => PrimaryWins = SecondaryWins = Apply = new ModelCommand("", _ => { });

    /// <summary>The camera's name.</summary>
    public string Title => "";

    /// <summary>All presets, those that differ first.</summary>
    public ObservableCollection<PresetMismatchRow> Rows { get; } = [];

    /// <summary>Chooses that the secondary follows the primary. Checked when chosen.</summary>
    public ModelCommand PrimaryWins { get; }

    /// <summary>Chooses that the primary follows the secondary. Checked when chosen.</summary>
    public ModelCommand SecondaryWins { get; }

    /// <summary>What will be written, and on which side, in words; empty before a side was chosen.</summary>
    public ObservableCollection<string> WillDo { get; } = [];

    /// <summary>Writes it.</summary>
    public ModelCommand Apply { get; }

    /// <summary>What became of it, and what to do; empty before.</summary>
    public string Message => "";

    /// <summary>The message tells of something that is not done.</summary>
    public bool IsWarning => false;

    /// <summary>Something is under way.</summary>
    public bool IsBusy => false;

    /// <summary>It was written: the window may be closed.</summary>
    public bool IsDone => false;

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException("not yet");
}

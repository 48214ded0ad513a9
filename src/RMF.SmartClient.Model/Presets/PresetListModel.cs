using System.Collections.ObjectModel;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Presets;

/// <summary>The presets of a camera on both sides. Belongs to the user interface's thread.</summary>
public sealed class PresetListModel : Observable, IDisposable
{
    internal PresetListModel(TileModel tile, OperatorDesk desk)
    {
        _ = tile;
        _ = desk;
        Reload = GoTo = Add = Update = Delete = Compare = Confirm = Withdraw = new ModelCommand("", _ => { });
    }

    /// <summary>The camera's name.</summary>
    public string Title => "";

    /// <summary>In the order of the primary, then what the secondary alone has.</summary>
    public ObservableCollection<PresetRow> Rows { get; } = [];

    /// <summary>The row that go to, update and delete are about.</summary>
    public PresetRow? Selected { get; set; }

    /// <summary>The name of a preset that is to be made; where it is also given for an update, the preset's new name.</summary>
    public string NewName { get; set; } = "";

    /// <summary>Reads both sides.</summary>
    public ModelCommand Reload { get; }

    /// <summary>Moves the camera to the selected preset, through the side that is shown.</summary>
    public ModelCommand GoTo { get; }

    /// <summary>Makes a preset of the place that the camera looks at now.</summary>
    public ModelCommand Add { get; }

    /// <summary>Gives the selected preset the place that the camera looks at now, after <see cref="Confirm"/>.</summary>
    public ModelCommand Update { get; }

    /// <summary>Removes the selected preset on both sides, after <see cref="Confirm"/>.</summary>
    public ModelCommand Delete { get; }

    /// <summary>Shows what differs; enabled where something does.</summary>
    public ModelCommand Compare { get; }

    /// <summary>What is asked before a preset is changed or removed; empty while nothing is asked.</summary>
    public string Question => "";

    /// <summary>Yes to <see cref="Question"/>.</summary>
    public ModelCommand Confirm { get; }

    /// <summary>No to <see cref="Question"/>.</summary>
    public ModelCommand Withdraw { get; }

    /// <summary>What became of the last action, or why a side could not be read.</summary>
    public string Message => "";

    /// <summary>The message tells of something that is not well.</summary>
    public bool IsWarning => false;

    /// <summary>Something is under way.</summary>
    public bool IsBusy => false;

    /// <summary>The sides differ and the policy says <c>ask</c>, or the operator wants to see it.</summary>
    public event EventHandler<AskedEventArgs<PresetMismatchModel>>? MismatchAsked
    {
        add => throw new NotSupportedException("not yet");
        remove => throw new NotSupportedException("not yet");
    }

    /// <summary>Begins to read. To be called when the window is shown.</summary>
    public void Open() => throw new NotSupportedException("not yet");

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException("not yet");
}

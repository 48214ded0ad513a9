using System.Collections.ObjectModel;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Export;

/// <summary>
/// Shows what an export takes from which side, and carries it out. What no side has must be accepted before it begins. Belongs to the user interface's
/// thread. Disposing it cancels what is under way, and nothing half written is left.
/// </summary>
public sealed class ExportHelpModel : Observable, IDisposable
{
    internal ExportHelpModel(TileModel tile, OperatorDesk desk)
    {
        _ = tile;
        _ = desk;
        Plan = FetchFromCamera = Start = Cancel = Check = new ModelCommand("", _ => { });
    }

    /// <summary>The camera's name.</summary>
    public string Title => "";

    /// <summary>The begin in local time, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public string FromText { get; set; } = "";

    /// <summary>The end in local time; pictures of that time are not in it.</summary>
    public string ToText { get; set; } = "";

    /// <summary>What is wrong with the range; empty where nothing is.</summary>
    public string RangeProblem => "";

    /// <summary>The folder that the files go to.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Reads both sides and plans.</summary>
    public ModelCommand Plan { get; }

    /// <summary>What is taken, in order of time.</summary>
    public ObservableCollection<ExportSegmentRow> Segments { get; } = [];

    /// <summary>What is missing, in order of time.</summary>
    public ObservableCollection<ExportHoleRow> Holes { get; } = [];

    /// <summary>The plan in a sentence; empty before one.</summary>
    public string PlanText => "";

    /// <summary>The plan has holes: they must be accepted.</summary>
    public bool HasHoles => false;

    /// <summary>The operator accepts that the holes are missing. Each new plan takes it back.</summary>
    public bool AcceptsHoles { get; set; }

    /// <summary>Has the recording servers fetch from the camera's own storage what both lack, and plans again.</summary>
    public ModelCommand FetchFromCamera { get; }

    /// <summary>Carries it out.</summary>
    public ModelCommand Start { get; }

    /// <summary>Ends what is under way.</summary>
    public ModelCommand Cancel { get; }

    /// <summary>Compares the files that were written with their manifest.</summary>
    public ModelCommand Check { get; }

    /// <summary>Something is under way.</summary>
    public bool IsBusy => false;

    /// <summary>How much is done, 0 to 1.</summary>
    public double Progress => 0;

    /// <summary>How far it is, in words.</summary>
    public string ProgressText => "";

    /// <summary>What became of it, and what to do; empty before.</summary>
    public string Message => "";

    /// <summary>The message tells of something that is not well.</summary>
    public bool IsWarning => false;

    /// <summary>Full path of the manifest of what was written; null before.</summary>
    public string? ManifestPath => null;

    /// <summary>Plans at once. To be called when the window is shown.</summary>
    public void Open() => throw new NotSupportedException("not yet");

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException("not yet");
}

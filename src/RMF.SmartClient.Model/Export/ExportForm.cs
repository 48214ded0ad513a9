using RMF.Engine.Playback.Export;
using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Export;

/// <summary>What an operator fills in for an export. Belongs to the user interface's thread.</summary>
public abstract class ExportForm : TellingModel
{
    private string fromText;
    private string toText;
    private string rangeProblem = "";
    private string folder = "";
    private bool acceptsHoles;
    private bool replaces;
    private ExportFormat format;

    private protected ExportForm(string from, string to, IReadOnlyList<ExportFormat> formats)
    {
        (fromText, toText) = (from, to);
        Formats = formats;
    }

    /// <summary>The begin in local time, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public string FromText
    {
        get => fromText;
        set
        {
            if (Set(ref fromText, value ?? ""))
            {
                OnRange();
            }
        }
    }

    /// <summary>The end in local time; pictures of that time are not in it.</summary>
    public string ToText
    {
        get => toText;
        set
        {
            if (Set(ref toText, value ?? ""))
            {
                OnRange();
            }
        }
    }

    /// <summary>What is wrong with the range; empty where nothing is.</summary>
    public string RangeProblem
    {
        get => rangeProblem;
        private protected set => Set(ref rangeProblem, value);
    }

    /// <summary>The folder that the files go to; made where it is not there.</summary>
    public string Folder
    {
        get => folder;
        set
        {
            if (Set(ref folder, value ?? ""))
            {
                OnChange();
            }
        }
    }

    /// <summary>Replaces the files of an export of the same camera and time.</summary>
    public bool Replaces
    {
        get => replaces;
        set => Set(ref replaces, value);
    }

    /// <summary>What the export may become: AVI always, the others where ffmpeg is on PATH.</summary>
    public IReadOnlyList<ExportFormat> Formats { get; }

    /// <summary>One of <see cref="Formats"/>.</summary>
    public ExportFormat Format
    {
        get => format;
        set => Set(ref format, Formats.Contains(value) ? value : ExportFormat.Avi);
    }

    /// <summary>The operator accepts that the holes are missing. Each new plan takes it back.</summary>
    public bool AcceptsHoles
    {
        get => acceptsHoles;
        set
        {
            if (Set(ref acceptsHoles, value))
            {
                OnChange();
            }
        }
    }

    /// <summary>The range is another one.</summary>
    private protected abstract void OnRange();

    /// <summary>Something else is another one.</summary>
    private protected abstract void OnChange();
}

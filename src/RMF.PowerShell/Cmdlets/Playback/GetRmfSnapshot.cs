using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Takes one picture of each camera, of now or of a time in the past, from the side that serves.</summary>
[Cmdlet(VerbsCommon.Get, "RmfSnapshot")]
[OutputType(typeof(RmfSnapshot))]
public sealed class GetRmfSnapshot : PlaybackCmdlet
{
    private string? folder;

    /// <summary>Cameras: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>The time; the picture that was shown then. Default: a live picture.</summary>
    [Parameter(Position = 1)]
    public DateTime? At { get; set; }

    /// <summary>The only side that is asked. Default: the one that the policy prefers, and the other where that cannot.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary")]
    public string? Side { get; set; }

    /// <summary>A folder; each picture is written there as a JPEG file named after camera, time and side.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Overwrites files of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        folder = Path is null ? null : ResolvePath(Path);
        if (At is { } time && TimeWindow.Instant(time) > Now)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("RangeInvalid", ErrorCategory.InvalidArgument, $"{time} is still to come.", "Leave -At out for a live picture.", time));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Wanted.Add(Camera);

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (Camera.Length == 0)
        {
            return;
        }

        Core.Inventory.Side? only = Side is null ? null : Preferring.Side(Side, Preference);
        var snapshots = new Snapshots(NewReader(), Preference, only);
        foreach (var pair in await FindAsync(cancellationToken).ConfigureAwait(false))
        {
            var taken = await snapshots.TakeAsync(pair, At is { } time ? TimeWindow.Instant(time) : null, cancellationToken).ConfigureAwait(false);
            foreach (var (side, error) in taken.Errors)
            {
                if (taken.Frame is null)
                {
                    WriteError(RmfErrorRecord.From(error, pair.Name));
                }
                else
                {
                    WriteWarning($"{pair.Name}: the {side.ToString().ToLowerInvariant()} gave no picture: {error}");
                }
            }

            if (taken.Frame is not null)
            {
                Write(pair, taken);
            }
            else if (taken.Errors.Count == 0)
            {
                WriteError(NoRecording(pair, taken.Next));
            }
        }
    }

    private void Write(RecordedPair pair, TakenPicture taken)
    {
        var bytes = taken.Frame!.Jpeg.ToArray();
        var path = "";
        if (folder is not null)
        {
            path = System.IO.Path.Combine(folder, TakenPicture.FileName(pair.Name, taken.Frame.Time, taken.Side));
            if (!Force && File.Exists(path))
            {
                WriteError(RmfErrorRecord.Create("FileExists", ErrorCategory.ResourceExists, $"{path} exists already.", "Choose another folder, or overwrite it with -Force.", path));
                return;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, bytes);
        }

        WriteObject(new RmfSnapshot
        {
            Camera = pair.Name,
            Side = taken.Side.ToString(),
            Site = pair.Of(taken.Side)!.Site,
            Time = taken.Frame.Time.LocalDateTime,
            Reason = taken.Reason,
            Bytes = bytes,
            Path = path,
        });
    }

    private static ErrorRecord NoRecording(RecordedPair pair, DateTimeOffset? next) => RmfErrorRecord.Create(
        "NoRecording",
        ErrorCategory.ObjectNotFound,
        $"No side that is asked has recorded '{pair.Name}' at that time.{(next is { } time ? FormattableString.Invariant($" The next time that one has it is {time.LocalDateTime:yyyy-MM-dd HH:mm:ss}.") : "")}",
        "Get-RmfRecording shows what there is. Export-RmfVideo -RetrieveEdgeStorage asks the camera's own storage.",
        pair.Name);
}

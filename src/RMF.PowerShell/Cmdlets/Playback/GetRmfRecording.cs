using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Engine.Playback;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Shows what both sides have recorded of cameras: the sequences of each, what they have together, and what neither has.</summary>
[Cmdlet(VerbsCommon.Get, "RmfRecording")]
[OutputType(typeof(RmfRecording))]
public sealed class GetRmfRecording : RangeCmdlet
{
    private protected override async Task RunAsync(IReadOnlyList<RecordedPair> pairs, TimeRange range, CancellationToken cancellationToken)
    {
        using var progress = new PlaybackProgress(this, "Reading recordings");
        var reader = NewReader();
        var done = 0;
        await foreach (var read in reader.ReadAllAsync(pairs, range, cancellationToken).ConfigureAwait(false))
        {
            WriteObject(RmfRecording.Of(read, reader.Options.Tolerance));
            progress.Show(read.Pair.Name, ++done, pairs.Count);
        }
    }
}

using RMF.Engine.Operator;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>The base of cmdlets that start or stop manual recording.</summary>
public abstract class RecordingCmdlet : OperatorCmdlet
{
    private protected abstract bool IsStart { get; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var intent = OperatorIntent.Record(IsStart);
        var resumes = PolicyInUse.Model.Recording.ResumeOnReturn;
        var meant = cameras.Where(c => ShouldProcess(c.Name, $"{(IsStart ? "Start" : "Stop")} recording on {Side.ToLowerInvariant()}")).ToList();
        if (meant.Count == 0)
        {
            return;
        }

        // A recording that may not be resumed is not to be begun later either.
        var result = await work.RunAsync([.. meant.SelectMany(c => Sides.Select(s => new SideAction(c, s, intent)))], reach, IsStart && !resumes ? Remembering.Never : Remembers, cancellationToken).ConfigureAwait(false);
        if (IsBoth && (resumes || !IsStart) && await work.Mending.WatchAsync(result.Outcomes, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            WriteError(RmfErrorRecord.From(failure, PolicyInUse.OperatorPath));
        }
    }
}

using System.Collections;
using RMF.Core.Inventory;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the recording servers that the current policy labels, and those of the last reading.</summary>
public sealed class RecorderCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
    {
        var read = session.Get<RunMemory>().Snapshots.Values.SelectMany(s => s.OfKind(ItemKind.RecordingServer).Select(r => new Completion(r.Name, $"recording server of {s.Site}")));
        var policy = session.Get<CurrentPolicy>().Known?.Model.Recorders;
        var labelled = (policy?.Primary ?? []).Concat(policy?.Secondary ?? []).Select(r => new Completion(r.Name, "recording server of the policy"));
        return read.Concat(labelled).GroupBy(c => c.Text, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
    }
}

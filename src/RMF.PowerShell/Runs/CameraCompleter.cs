using System.Collections;
using RMF.Core.Inventory;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the cameras of the last reading.</summary>
public sealed class CameraCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
        => session.Get<RunMemory>().Snapshots.Values.SelectMany(s => s.OfKind(ItemKind.Camera).Select(c => new Completion(c.Name, $"camera of {s.Site}")))
            .GroupBy(c => c.Text, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
}

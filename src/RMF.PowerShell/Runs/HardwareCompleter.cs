using System.Collections;
using RMF.Core.Inventory;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the devices of the last reading.</summary>
public sealed class HardwareCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
        => session.Get<RunMemory>().Snapshots.Values.SelectMany(s => s.OfKind(ItemKind.Hardware).Select(h => new Completion(h.Name, $"device of {s.Site}")))
            .GroupBy(c => c.Text, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
}

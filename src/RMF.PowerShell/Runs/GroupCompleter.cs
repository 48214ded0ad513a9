using System.Collections;
using RMF.Core.Inventory;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the camera groups of the last reading.</summary>
public sealed class GroupCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
        => session.Get<RunMemory>().Snapshots.Values
            .SelectMany(s => s.OfKind(ItemKind.CameraGroup).Select(g => new Completion("/" + (g.Properties.TextOf("path") ?? g.Name).Trim('/'), $"camera group of {s.Site}")))
            .GroupBy(c => c.Text, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
}

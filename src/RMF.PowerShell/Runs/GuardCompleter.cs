using System.Collections;
using RMF.Core.Planning.Guards;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the guards' names.</summary>
public sealed class GuardCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
        => GuardList.All.Select(g => new Completion(g.Name, g.Purpose));
}

using System.Collections;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Policies;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Runs;

/// <summary>Offers the sites of the session and of the current policy.</summary>
public sealed class SiteCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound)
    {
        var connected = session.Get<SessionSites>().All.Select(s => new Completion(s.Info.Name, $"{s.Info.Uri} (connected)"));
        var named = session.Get<CurrentPolicy>().Known?.Model.Sites.Select(s => new Completion(s.Key, s.Value.Uri?.ToString() ?? "a child site")) ?? [];
        return connected.Concat(named).GroupBy(c => c.Text, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
    }
}

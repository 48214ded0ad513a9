using System.Collections;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Simulation;

/// <summary>Offers the simulated sites that run in this session.</summary>
public sealed class SimulatorNameCompleter : SessionCompleter
{
    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound) =>
        session.Get<RunningSimulators>().All.Select(s => new Completion(s.Site, $"{s.Side} {s.BaseUri}".Trim()));
}

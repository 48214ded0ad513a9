using System.Management.Automation;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Simulation;

/// <summary>The base of cmdlets that name running simulated sites.</summary>
public abstract class SimulatorCmdlet : RmfCmdlet
{
    /// <summary>Names with wildcards. Default: all that run.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SimulatorNameCompleter))]
    public string[] Site { get; set; } = ["*"];

    internal RunningSimulators Running => Session.Get<RunningSimulators>();

    /// <summary>The sites named. A name without wildcards that does not run is an error.</summary>
    internal IEnumerable<RmfSimulator> Selected()
    {
        foreach (var pattern in Site)
        {
            var found = Running.Find(pattern);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
            {
                var names = string.Join(", ", Running.All.Select(s => s.Site));
                WriteError(RmfErrorRecord.Create(
                    "SimulatorNotRunning",
                    ErrorCategory.ObjectNotFound,
                    $"No simulated site '{pattern}' runs in this session.",
                    names.Length > 0 ? $"These run: {names}." : "Start one with Start-RmfSimulator.",
                    pattern));
            }

            foreach (var simulator in found)
            {
                yield return simulator;
            }
        }
    }
}

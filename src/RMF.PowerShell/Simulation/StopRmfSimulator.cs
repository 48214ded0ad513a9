using System.Management.Automation;

namespace RMF.PowerShell.Simulation;

/// <summary>Ends simulated sites. What was changed in them is gone.</summary>
[Cmdlet(VerbsLifecycle.Stop, "RmfSimulator", SupportsShouldProcess = true)]
public sealed class StopRmfSimulator : SimulatorCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var simulator in Selected().ToList())
        {
            if (ShouldProcess($"{simulator.Site} ({simulator.BaseUri})", "Stop simulated site"))
            {
                Running.Stop(simulator);
            }
        }
    }
}

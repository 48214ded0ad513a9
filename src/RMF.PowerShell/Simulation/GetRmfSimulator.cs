using System.Management.Automation;

namespace RMF.PowerShell.Simulation;

/// <summary>Gives the simulated sites that run in this session.</summary>
[Cmdlet(VerbsCommon.Get, "RmfSimulator")]
[OutputType(typeof(RmfSimulator))]
public sealed class GetRmfSimulator : SimulatorCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Selected(), enumerateCollection: true);
}

using System.Management.Automation;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Stops manual recording of cameras on both sides at once. A side that is away is stopped when it is back.</summary>
[Cmdlet(VerbsLifecycle.Stop, "RmfRecording", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RmfSideResult))]
public sealed class StopRmfRecording : RecordingCmdlet
{
    private protected override bool IsStart => false;
}

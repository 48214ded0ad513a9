using System.Management.Automation;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>
/// Starts manual recording of cameras on both sides at once. A side that is away does not hold up the other one; with <c>recording.resumeOnReturn</c> it records
/// too when it is back, as long as the other side still records.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "RmfRecording", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RmfSideResult))]
public sealed class StartRmfRecording : RecordingCmdlet
{
    private protected override bool IsStart => true;
}

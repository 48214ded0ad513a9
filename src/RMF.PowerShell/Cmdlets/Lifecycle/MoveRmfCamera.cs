using System.Management.Automation;
using RMF.Core.Planning;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Moves cameras of the target side to the recording server that the source's link says, also where the policy lets no run move.</summary>
[Cmdlet(VerbsCommon.Move, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class MoveRmfCamera : CameraLifecycleCmdlet
{
    private protected override ChangeAction Step => ChangeAction.Move;

    private protected override string NothingToDo => "it is on the recording server that its link says, or it has no counterpart";
}

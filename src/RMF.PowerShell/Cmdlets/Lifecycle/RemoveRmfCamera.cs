using System.Management.Automation;
using RMF.Core.Planning;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Deletes the target side's devices of cameras that were deleted on the source, also where the policy lets no run delete. Only what RMF once paired and owns is deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RmfChangeResult))]
public sealed class RemoveRmfCamera : CameraLifecycleCmdlet
{
    private protected override ChangeAction Step => ChangeAction.Delete;

    private protected override string NothingToDo => "the source has it still, or RMF does not own it";
}

using System.Management.Automation;
using RMF.Core.Planning;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Adds the devices of cameras that the target side lacks, with all that hangs on them, also where the policy lets no run add.</summary>
[Cmdlet(VerbsCommon.Add, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class AddRmfCamera : CameraLifecycleCmdlet
{
    private protected override ChangeAction Step => ChangeAction.Create;

    private protected override string NothingToDo => "it has a counterpart already, or the policy does not manage it";
}

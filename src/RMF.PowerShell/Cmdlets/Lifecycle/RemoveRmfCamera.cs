using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Deletes the target side's devices of cameras that were deleted on the source, also where the policy lets no run delete. Only what RMF once paired and owns is deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RmfChangeResult))]
public sealed class RemoveRmfCamera : LifecycleCmdlet
{
    private readonly Selection wanted = new("Camera");

    /// <summary>Cameras of the target: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    private protected override ChangeAction Step => ChangeAction.Delete;

    private protected override Selection Wanted => wanted;

    private protected override ItemKind Named => ItemKind.Camera;

    private protected override string NothingToDo => "the source has it still, or RMF does not own it";

    private protected override void Collect() => wanted.Add(Camera);
}

using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Moves cameras of the target side to the recording server that the source's link says, also where the policy lets no run move.</summary>
[Cmdlet(VerbsCommon.Move, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class MoveRmfCamera : LifecycleCmdlet
{
    private readonly Selection wanted = new("Camera");

    /// <summary>Cameras of either side: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    private protected override ChangeAction Step => ChangeAction.Move;

    private protected override Selection Wanted => wanted;

    private protected override ItemKind Named => ItemKind.Camera;

    private protected override string NothingToDo => "it is on the recording server that its link says, or it has no counterpart";

    private protected override void Collect() => wanted.Add(Camera);
}

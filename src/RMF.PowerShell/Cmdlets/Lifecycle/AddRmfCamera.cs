using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Adds the devices of cameras that the target side lacks, with all that hangs on them, also where the policy lets no run add.</summary>
[Cmdlet(VerbsCommon.Add, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class AddRmfCamera : LifecycleCmdlet
{
    private readonly Selection wanted = new("Camera");

    /// <summary>Cameras of the source: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    private protected override ChangeAction Step => ChangeAction.Create;

    private protected override Selection Wanted => wanted;

    private protected override ItemKind Named => ItemKind.Camera;

    private protected override string NothingToDo => "it has a counterpart already, or the policy does not manage it";

    private protected override void Collect() => wanted.Add(Camera);
}

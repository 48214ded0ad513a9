using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>The base of lifecycle cmdlets that name cameras: the step is carried out for their devices.</summary>
public abstract class CameraLifecycleCmdlet : LifecycleCmdlet
{
    /// <summary>Cameras: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    private protected sealed override Selection Wanted { get; } = new("Camera");

    private protected sealed override ItemKind Named => ItemKind.Camera;

    private protected sealed override void Collect() => Wanted.Add(Camera);
}

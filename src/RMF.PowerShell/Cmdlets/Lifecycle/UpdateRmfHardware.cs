using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>Follows a device that was replaced on the source: the target's hardware stays the same object and gets the new device, also where the policy lets no run replace.</summary>
[Cmdlet(VerbsData.Update, "RmfHardware", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class UpdateRmfHardware : LifecycleCmdlet
{
    private readonly Selection wanted = new("Hardware");

    /// <summary>Devices of either side: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Hardware")]
    [ArgumentCompleter(typeof(HardwareCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Hardware { get; set; } = [];

    private protected override ChangeAction Step => ChangeAction.Replace;

    private protected override Selection Wanted => wanted;

    private protected override ItemKind Named => ItemKind.Hardware;

    private protected override string NothingToDo => "it was not replaced";

    private protected override void Collect() => wanted.Add(Hardware);
}

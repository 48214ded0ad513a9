using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the outputs of the target equal to their pairs. One without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfOutput", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfOutput : SyncDeviceCmdlet
{
    private protected override ItemKind Kind => ItemKind.Output;

    private protected override string Key => "synchronize.outputs";
}

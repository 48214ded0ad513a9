using System.Management.Automation;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the inputs of the target equal to their pairs. One without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfInput", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfInput : SyncDeviceCmdlet
{
    private protected override ItemKind Kind => ItemKind.InputEvent;

    private protected override string Key => "synchronize.inputs";
}

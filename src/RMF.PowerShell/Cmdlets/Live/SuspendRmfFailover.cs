using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Holds the tiles of cameras, of recording servers or of a side where they are. A tile whose picture dies still leaves it.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "RmfFailover", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = "Camera")]
[OutputType(typeof(RmfFailover))]
public sealed class SuspendRmfFailover : OrderCmdlet
{
    private protected override string Action(OrderTarget target) => "Suspend the ways home and other moves that are not forced";

    private protected override Task OrderAsync(IReadOnlyList<ISite> sites, LiveReach reach, IReadOnlyList<OrderTarget> targets, CancellationToken cancellationToken)
        => WriteAsync(sites, known => Records(known, sites, targets, OverrideAct.Suspend, t => t.Side), cancellationToken);
}

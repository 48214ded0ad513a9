using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Moves the tiles of cameras, of recording servers or of a side to the other side, until it is lifted or its time is up.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RmfFailover", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = "Camera")]
[OutputType(typeof(RmfFailover))]
public sealed class InvokeRmfFailover : OrderCmdlet
{
    /// <summary>The side that the cameras' tiles are to show. Default: the one that the policy does not prefer.</summary>
    [Parameter(ParameterSetName = "Camera")]
    [ValidateSet("Primary", "Secondary")]
    public string? To { get; set; }

    /// <summary>TargetCannotServe goes on although cameras cannot be shown from there.</summary>
    [Parameter]
    [ValidateSet(Overrides.Guard)]
    public string[] AllowGuard { get; set; } = [];

    private protected override string Action(OrderTarget target) => target.Scope == OverrideScope.Camera
        ? To is null ? "Show the side that is not preferred" : $"Show the {To.ToLowerInvariant()} side"
        : $"Show the {Other(target.Side).ToString().ToLowerInvariant()} side";

    private protected override async Task OrderAsync(IReadOnlyList<ISite> sites, LiveReach reach, IReadOnlyList<OrderTarget> targets, CancellationToken cancellationToken)
    {
        var shown = targets.ToDictionary(t => t, t => Shown(t, reach));
        var questions = targets.Count == 1 || Scope != OverrideScope.Camera
            ? targets.SelectMany(t => reach.Questions(t.Scope, t.Id, _ => shown[t])).ToList()
            : Questions(reach, targets, shown);
        await RequireServingAsync(questions, AllowGuard, cancellationToken).ConfigureAwait(false);
        await WriteAsync(sites, known => Records(known, sites, targets, OverrideAct.Show, t => shown[t]), cancellationToken).ConfigureAwait(false);
    }

    // Each camera is looked at once, however many are meant.
    private static List<RMF.Engine.Live.ServeQuestion> Questions(LiveReach reach, IReadOnlyList<OrderTarget> targets, Dictionary<OrderTarget, Side> shown)
    {
        var meant = new HashSet<OrderTarget>(targets);
        return [.. reach.Cameras.Where(c => meant.Contains(c.Target)).Select(c => reach.Question(c, shown[c.Target]))];
    }

    private Side Shown(OrderTarget target, LiveReach reach) => target.Scope switch
    {
        OverrideScope.Camera => To is null ? Other(reach.Preferred(target)) : To == nameof(Core.Inventory.Side.Primary) ? Core.Inventory.Side.Primary : Core.Inventory.Side.Secondary,
        _ => Other(target.Side),
    };

    private static Side Other(Side side) => side == Core.Inventory.Side.Primary ? Core.Inventory.Side.Secondary : Core.Inventory.Side.Primary;
}

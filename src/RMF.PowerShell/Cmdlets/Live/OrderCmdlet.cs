using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The base of cmdlets that order something of the tiles of cameras, recording servers or a side. Both sides are read once, after the last input.</summary>
public abstract class OrderCmdlet : OverrideCmdlet
{
    private const string ByCamera = "Camera";
    private const string ByRecorder = "Recorder";
    private const string BySide = "Side";

    private readonly Selection cameras = new("Camera");
    private readonly Selection recorders = new("Recorder");
    private bool isAsked;

    /// <summary>Cameras: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByCamera)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>Recording servers: names with wildcards, ids or objects. The tiles of their cameras are meant.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByRecorder)]
    [ItemSelectorArgument("Recorder")]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>All tiles: the side that they are to leave, or are to be held on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySide)]
    [ValidateSet("Primary", "Secondary")]
    public string Side { get; set; } = "";

    /// <summary>When it ends by itself. Default: when it is lifted.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>How long it lasts, e.g. <c>30m</c>, in place of -Until.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? Duration { get; set; }

    /// <summary>Why, for others who wonder.</summary>
    [Parameter]
    [ValidateLength(0, OverrideRecord.MostReason)]
    public string Reason { get; set; } = "";

    private protected OverrideScope Scope => ParameterSetName switch
    {
        ByRecorder => OverrideScope.Recorder,
        BySide => OverrideScope.Side,
        _ => OverrideScope.Camera,
    };

    private protected DateTimeOffset? Ends => Duration is { } duration ? Now + duration : Until is { } until ? new DateTimeOffset(until.ToUniversalTime()) : null;

    private protected Side SideMeant => Side == nameof(Core.Inventory.Side.Secondary) ? Core.Inventory.Side.Secondary : Core.Inventory.Side.Primary;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Until is not null && Duration is not null)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("UntilInvalid", ErrorCategory.InvalidArgument, "Both -Until and -Duration were given.", "Give one of them.", Until));
        }

        if (Ends is { } end && end <= Now)
        {
            ThrowTerminatingError(RmfErrorRecord.Create("UntilInvalid", ErrorCategory.InvalidArgument, $"{end.LocalDateTime} is past.", "Give a time to come, or -Duration 30m.", Until));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        isAsked = true;
        cameras.Add(Camera);
        recorders.Add(Recorder);
    }

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return;
        }

        var sites = await ReachAsync(cancellationToken).ConfigureAwait(false);
        PreparedRun? run = null;
        if (sites.Count == PolicyInUse.Model.Sites.Count)
        {
            using var events = new CmdletEvents(this, "Reading both sides");
            var planned = await TryPrepareAsync(new SiteSet(sites, owns: false), events, cancellationToken).ConfigureAwait(false);
            if (!planned.TryGet(out run, out var failure))
            {
                WriteError(RmfErrorRecord.From(failure, PolicyInUse.Name));
            }
        }

        if (run is null && Scope != OverrideScope.Side)
        {
            ThrowTerminatingError(RmfErrorRecord.Create(
                "SidesNotRead",
                ErrorCategory.ResourceUnavailable,
                "Both sides could not be read, so cameras and recording servers are not known.",
                "Move all tiles with -Side, or bring back what the errors above name.",
                PolicyInUse.Name));
        }

        var reached = new LiveReach(PolicyInUse.Model, run?.Context, sites);
        var orders = Targets(reached).Where(t => IsAllowed(t.Scope, t.Words, Action(t))).ToList();
        if (orders.Count > 0)
        {
            await OrderAsync(sites, reached, orders, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>For -WhatIf and -Confirm.</summary>
    private protected abstract string Action(OrderTarget target);

    /// <summary>Checks and writes.</summary>
    private protected abstract Task OrderAsync(IReadOnlyList<ISite> sites, LiveReach reach, IReadOnlyList<OrderTarget> targets, CancellationToken cancellationToken);

    /// <summary>The records for the targets, above all that are known.</summary>
    private protected IReadOnlyList<OverrideRecord> Records(IReadOnlyList<OverrideRecord> known, IReadOnlyList<ISite> sites, IReadOnlyList<OrderTarget> targets, OverrideAct act, Func<OrderTarget, Side> show)
    {
        var serial = OverrideMerge.NextSerial(known);
        var user = sites.Select(s => s.Info.Account).FirstOrDefault(a => a.Length > 0) ?? Environment.UserName;
        return targets.Select((t, i) => new OverrideRecord
        {
            Serial = serial + i,
            Scope = t.Scope,
            Act = act,
            Target = t.Id,
            TargetSide = t.Side,
            Show = show(t),
            Name = t.Name,
            Reason = Reason,
            User = user,
            From = Now,
            Until = Ends,
        }).ToList();
    }

    private List<OrderTarget> Targets(LiveReach reach)
    {
        switch (Scope)
        {
            case OverrideScope.Side:
                return [new(OverrideScope.Side, SideMeant, "", SideMeant.ToString())];
            case OverrideScope.Recorder:
                var found = reach.Recorders.Where(r => recorders.Includes(r.Name, r.Id)).ToList();
                recorders.Missing(reach.Recorders.Select(r => r.Name)).ToList().ForEach(WriteError);
                return found;
            default:
                // A camera is known by its name of either side.
                var meant = reach.Cameras.Where(c => c.Names.Any(n => cameras.Includes(n.Name, n.Id))).Select(c => c.Target).ToList();
                cameras.Missing(reach.Cameras.SelectMany(c => c.Names).Select(n => n.Name)).ToList().ForEach(WriteError);
                return meant;
        }
    }
}

using System.Management.Automation;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The base of cmdlets that take an order back. The order itself names what it was about, so nothing else need be read.</summary>
public abstract class LiftCmdlet : OverrideCmdlet
{
    private readonly Selection cameras = new("Camera");
    private readonly Selection recorders = new("Recorder");
    private readonly List<OverrideRecord> given = [];
    private bool isAsked;

    /// <summary>Orders that Get-RmfFailover gave.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Object")]
    [ValidateNotNull]
    public RmfFailover[] InputObject { get; set; } = [];

    /// <summary>Cameras whose order is taken back: names with wildcards, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Camera")]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>Recording servers whose order is taken back.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Recorder")]
    [ItemSelectorArgument("Recorder")]
    [ArgumentCompleter(typeof(RecorderCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Recorder { get; set; } = [];

    /// <summary>Takes back the order to all tiles.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Side")]
    [ValidateSet("Primary", "Secondary")]
    public string Side { get; set; } = "";

    private protected abstract OverrideAct Act { get; }

    private protected abstract string Action { get; }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        isAsked = true;
        cameras.Add(Camera);
        recorders.Add(Recorder);
        given.AddRange(InputObject.Select(i => i.Record).OfType<OverrideRecord>());
    }

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return;
        }

        var sites = await ReachAsync(cancellationToken).ConfigureAwait(false);
        var seen = await OverrideStore.ReadAsync(sites, cancellationToken).ConfigureAwait(false);
        var active = OverrideMerge.Newest(seen.SelectMany(s => s.Records ?? [])).Where(r => r.Act == Act && r.IsInForce(Now)).ToList();
        var meant = active.Where(IsMeant).ToList();
        cameras.Missing(active.Where(r => r.Scope == OverrideScope.Camera).Select(r => r.Name)).ToList().ForEach(WriteError);
        recorders.Missing(active.Where(r => r.Scope == OverrideScope.Recorder).Select(r => r.Name)).ToList().ForEach(WriteError);
        var lifted = meant.Where(r => IsAllowed(r.Scope, r.Scope == OverrideScope.Side ? $"all cameras of the {r.Name.ToLowerInvariant()} side" : r.Name, Action)).ToList();
        if (lifted.Count == 0)
        {
            Tell(meant.Count == 0 ? "There is no such order: nothing to take back." : "Nothing was taken back.");
            return;
        }

        await CheckAsync(sites, lifted, cancellationToken).ConfigureAwait(false);
        await WriteAsync(sites, known => Lifts(known, lifted), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the cmdlet where it must not be done.</summary>
    private protected virtual Task CheckAsync(IReadOnlyList<ISite> sites, IReadOnlyList<OverrideRecord> lifted, CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsMeant(OverrideRecord record) => ParameterSetName switch
    {
        "Object" => given.Exists(g => g.Key == record.Key),
        "Recorder" => record.Scope == OverrideScope.Recorder && recorders.Includes(record.Name, record.Target),
        "Side" => record.Scope == OverrideScope.Side && record.Name == Side,
        _ => record.Scope == OverrideScope.Camera && cameras.Includes(record.Name, record.Target),
    };

    private IReadOnlyList<OverrideRecord> Lifts(IReadOnlyList<OverrideRecord> known, IReadOnlyList<OverrideRecord> lifted)
    {
        var serial = OverrideMerge.NextSerial(known);
        return lifted.Select((r, i) => r with { Serial = serial + i, IsLifted = true, From = Now }).ToList();
    }
}

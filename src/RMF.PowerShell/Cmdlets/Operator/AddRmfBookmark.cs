using System.Management.Automation;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Sets a bookmark on both sides, under one reference.</summary>
[Cmdlet(VerbsCommon.Add, "RmfBookmark", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RmfSideResult))]
public sealed class AddRmfBookmark : OperatorCmdlet
{
    /// <summary>What it is called.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Header { get; set; } = "";

    /// <summary>For people.</summary>
    [Parameter]
    public string Description { get; set; } = "";

    /// <summary>What it is about. Default: now.</summary>
    [Parameter]
    public DateTime? Time { get; set; }

    /// <summary>How long before that it begins, e.g. <c>10s</c>. Default 3 s.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan Before { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long after that it ends, e.g. <c>1m</c>. Default 30 s.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan After { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What both sides' bookmarks have in common. Default: a new one for each camera.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Reference { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var time = (Time is { } given ? new DateTimeOffset(given) : DateTimeOffset.Now).ToUniversalTime();
        var actions = new List<SideAction>();
        foreach (var camera in cameras.Where(c => ShouldProcess(c.Name, $"Set bookmark '{Header}' on {Side.ToLowerInvariant()}")))
        {
            var content = new BookmarkContent(Reference ?? "rmf-" + Guid.NewGuid().ToString("N").Substring(0, 12), time - Before, time, time + After) { Header = Header, Description = Description };
            actions.AddRange(Sides.Select(s => new SideAction(camera, s, OperatorIntent.Mark(content))));
        }

        if (actions.Count > 0)
        {
            await work.RunAsync(actions, reach, Remembers, cancellationToken).ConfigureAwait(false);
        }
    }
}

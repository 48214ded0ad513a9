using System.Management.Automation;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Removes bookmarks on both sides, found by camera, reference and time; Get-RmfBookmark gives all three.</summary>
[Cmdlet(VerbsCommon.Remove, "RmfBookmark", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfSideResult))]
public sealed class RemoveRmfBookmark : OperatorCmdlet
{
    private readonly List<(ItemSelector[] Cameras, string Reference, DateTime Begin)> wanted = [];

    /// <summary>The bookmark's reference.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>When it begins.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    public DateTime Begin { get; set; }

    private protected override void Collect() => wanted.Add((Camera, Reference, Begin));

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var actions = new List<SideAction>();
        foreach (var (selectors, reference, begin) in wanted)
        {
            var time = new DateTimeOffset(begin).ToUniversalTime();
            foreach (var camera in cameras.Where(c => selectors.Any(s => s.Matches(c.Name, c.Primary?.Id ?? "") || (c.Secondary is { } other && s.Matches(c.SecondaryName ?? c.Name, other.Id)))))
            {
                if (ShouldProcess(camera.Name, $"Remove bookmark {reference} on {Side.ToLowerInvariant()}"))
                {
                    actions.AddRange(Sides.Select(s => new SideAction(camera, s, OperatorIntent.Unmark(new BookmarkContent(reference, time, time, time)))));
                }
            }
        }

        if (actions.Count > 0)
        {
            await work.RunAsync(actions, reach, Remembers, cancellationToken).ConfigureAwait(false);
        }
    }
}

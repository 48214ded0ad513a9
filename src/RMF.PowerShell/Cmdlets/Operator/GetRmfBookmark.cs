using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Lists bookmarks of cameras. One that both sides hold under one reference is one object; one that a side lacks says so.</summary>
[Cmdlet(VerbsCommon.Get, "RmfBookmark")]
[OutputType(typeof(RmfBookmark))]
public sealed class GetRmfBookmark : OperatorCmdlet
{
    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override ItemSelector[] Camera { get; set; } = [];

    /// <summary>Bookmarks of each side that are asked for, at most.</summary>
    private const int Most = 5_000;

    /// <summary>Those that begin at this time or later. Default: a day ago.</summary>
    [Parameter]
    public DateTime? From { get; set; }

    /// <summary>Those that begin before this time. Default: a minute from now.</summary>
    [Parameter]
    public DateTime? To { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.Now;
        var range = new TimeRange(From is { } from ? new DateTimeOffset(from).ToUniversalTime() : now.AddDays(-1), To is { } to ? new DateTimeOffset(to).ToUniversalTime() : now.AddMinutes(1));
        var found = new List<(OperatorCamera Camera, Core.Inventory.Side Side, SiteBookmark Bookmark)>();
        var answering = new List<Core.Inventory.Side>();
        foreach (var side in Sides)
        {
            var sites = cameras.Where(c => c.On(side) is { } on && reach.Sites.ContainsKey(on.Site)).GroupBy(c => c.On(side)!.Site, StringComparer.Ordinal).ToList();
            var whole = sites.Count > 0;
            foreach (var site in sites)
            {
                var byId = site.GroupBy(c => c.On(side)!.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
                var read = await reach.Sites[site.Key].Operator.Bookmarks.SearchAsync(range, byId.Keys, Most, cancellationToken).ConfigureAwait(false);
                if (!read.TryGet(out var bookmarks))
                {
                    whole = false;
                    WriteError(RmfErrorRecord.From(read.Error!, site.Key));
                    continue;
                }

                found.AddRange(bookmarks.Where(b => byId.ContainsKey(b.CameraId)).Select(b => (byId[b.CameraId], side, b)));
            }

            if (whole)
            {
                answering.Add(side);
            }
        }

        // A bookmark without a reference belongs to nothing on the other side.
        foreach (var one in found.GroupBy(f => (f.Camera, Key: f.Bookmark.Content.Reference.Length > 0 ? f.Bookmark.Content.Reference : f.Side + f.Bookmark.Id)).OrderBy(g => g.First().Bookmark.Content.Begin))
        {
            var content = one.First().Bookmark.Content;
            var sides = one.Select(f => f.Side).Distinct().ToList();
            WriteObject(new RmfBookmark
            {
                Camera = one.Key.Camera.Name,
                Reference = content.Reference,
                Header = content.Header,
                Description = content.Description,
                Begin = content.Begin.LocalDateTime,
                Time = content.Trigger.LocalDateTime,
                End = content.End.LocalDateTime,
                Side = [.. sides.Select(s => s.ToString())],
                MissingSide = [.. answering.Where(s => !sides.Contains(s) && one.Key.Camera.On(s) is not null).Select(s => s.ToString())],
            });
        }
    }
}

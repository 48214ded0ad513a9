using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>Brings about what is wanted of bookmarks on one site: looks, writes what is missing, looks again. Thread-safe.</summary>
internal sealed class BookmarkCarrier(IBookmarks bookmarks)
{
    /// <summary>Bookmarks of one camera that begin at one instant, at most.</summary>
    private const int Most = 100;

    /// <summary>Servers round times.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    public async Task<SideOutcome> CarryAsync(SideAction action, CancellationToken cancellationToken)
    {
        var read = await FindAsync(action, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var held))
        {
            return SideOutcomes.Failed(action, read.Error!);
        }

        var isWanted = action.Intent.Kind == IntentKind.BookmarkPresent;
        if (held.Count > 0 == isWanted)
        {
            return new SideOutcome(action, SideStatus.Unchanged);
        }

        var result = isWanted
            ? await bookmarks.CreateAsync(action.Target!.Id, action.Intent.Bookmark!, cancellationToken).ConfigureAwait(false)
            : await RemoveAsync(held, cancellationToken).ConfigureAwait(false);

        // What is there now decides, also where the answer was lost.
        var after = await FindAsync(action, cancellationToken).ConfigureAwait(false);
        if (!after.TryGet(out var now))
        {
            return result.Status == WriteStatus.Confirmed ? new SideOutcome(action, SideStatus.Done) : SideOutcomes.Failed(action, result.Error ?? after.Error!);
        }

        return now.Count > 0 == isWanted ? new SideOutcome(action, SideStatus.Done) : SideOutcomes.Failed(action, result.Error ?? SideOutcomes.Differs(action));
    }

    private async Task<Outcome<IReadOnlyList<SiteBookmark>>> FindAsync(SideAction action, CancellationToken cancellationToken)
    {
        var begin = action.Intent.Bookmark!.Begin;
        var found = await bookmarks.SearchAsync(new TimeRange(begin - Rounding, begin + Rounding), [action.Target!.Id], Most, cancellationToken).ConfigureAwait(false);
        return found.TryGet(out var all) ? Outcome<IReadOnlyList<SiteBookmark>>.Of([.. all.Where(b => string.Equals(b.Content.Reference, action.Intent.Subject, StringComparison.Ordinal))]) : found;
    }

    private async Task<WriteResult> RemoveAsync(IReadOnlyList<SiteBookmark> held, CancellationToken cancellationToken)
    {
        var last = new WriteResult(WriteStatus.Confirmed);
        foreach (var bookmark in held)
        {
            last = await bookmarks.RemoveAsync(bookmark.Id, cancellationToken).ConfigureAwait(false);
            if (last.Status != WriteStatus.Confirmed)
            {
                return last;
            }
        }

        return last;
    }
}

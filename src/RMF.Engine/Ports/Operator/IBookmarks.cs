using RMF.Core.Playback;

namespace RMF.Engine.Ports;

/// <summary>The bookmarks of one site. Thread-safe.</summary>
public interface IBookmarks
{
    /// <summary>Bookmarks that begin in a range, by time.</summary>
    /// <param name="range">When they begin.</param>
    /// <param name="cameraIds">Of these devices; empty = of all.</param>
    /// <param name="most">No more than this; the earliest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Outcome<IReadOnlyList<SiteBookmark>>> SearchAsync(TimeRange range, IReadOnlyCollection<string> cameraIds, int most, CancellationToken cancellationToken);

    /// <summary>Makes one. <see cref="BookmarkContent.Reference"/> is kept as it is given, so that both sides' bookmarks carry one.</summary>
    Task<WriteResult> CreateAsync(string cameraId, BookmarkContent content, CancellationToken cancellationToken);

    /// <summary>Removes one. What does not exist is removed already.</summary>
    Task<WriteResult> RemoveAsync(string bookmarkId, CancellationToken cancellationToken);
}

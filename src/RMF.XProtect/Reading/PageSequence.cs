using RMF.Core.Words;
using RMF.Engine.Ports;

namespace RMF.XProtect.Reading;

/// <summary>Puts pages together in order and judges whether they can be all. Not thread-safe.</summary>
internal sealed class PageSequence<T>(int size, Func<T, string> idOf)
{
    private readonly List<T> items = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int pages;
    private int shortPage = -1;
    private int shortCount;
    private string? doubt;

    public int Count => items.Count;

    /// <summary>True when the next page should be the empty one.</summary>
    public bool SawShortPage => shortPage >= 0;

    /// <summary>Takes the next page; false when it was the end.</summary>
    public bool Add(List<T> page)
    {
        var before = items.Count;
        foreach (var item in page)
        {
            if (seen.Add(idOf(item)))
            {
                items.Add(item);
            }
        }

        if (items.Count == before)
        {
            return false;
        }

        if (shortPage >= 0)
        {
            doubt ??= $"page {shortPage} held {shortCount} of {Counted.Of(size, "object")} although more followed: objects may be missing, or the server holds fewer on a page (then set the page size to {shortCount})";
        }
        else if (page.Count < size)
        {
            shortPage = pages;
            shortCount = page.Count;
        }

        pages++;
        return true;
    }

    public Collected<T> EndWith(SiteError? error) => new(items, error, doubt);
}

using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>
/// Reads a collection page by page until an empty page. A short page is not taken for the last one: servers were never documented to
/// fill their pages, and a page that was cut short must be noticed. A page of nothing new ends the reading too: that server ignores paging.
/// </summary>
/// <param name="session">The site.</param>
internal sealed class CollectionReader(SiteSession session)
{
    /// <summary>Pages asked for at once after the first was full; the last ones may be in vain.</summary>
    private const int PagesAtOnce = 4;

    /// <summary>With 500 objects a page this is five million objects.</summary>
    private const int MaxPages = 10_000;

    public Task<Collected<ParsedItem>> ReadItemsAsync(Binding binding, string path, Func<Query> query, Action<int>? onProgress, CancellationToken cancellationToken)
        => ReadAsync(path, query, answer => Envelope.ReadArray(answer, binding, session.Parsing), static i => i.Item.Key.Id, onProgress, cancellationToken);

    public Task<Collected<string>> ReadIdsAsync(string path, Func<Query> query, CancellationToken cancellationToken)
        => ReadAsync(path, query, answer => Envelope.ReadIds(answer, session.Parsing), static id => id, null, cancellationToken);

    private async Task<Collected<T>> ReadAsync<T>(
        string path,
        Func<Query> query,
        Func<Answer, List<T>?> parse,
        Func<T, string> idOf,
        Action<int>? onProgress,
        CancellationToken cancellationToken)
    {
        var size = Math.Min(10_000, Math.Max(1, session.Connection.PageSize));
        var pages = new PageSequence<T>(size, idOf);
        var wave = 1;
        for (var page = 0; page < MaxPages; page += wave, wave = pages.SawShortPage ? 1 : PagesAtOnce)
        {
            var asked = new Task<Outcome<List<T>>>[wave];
            for (var i = 0; i < wave; i++)
            {
                asked[i] = ReadPageAsync(path, query().Page(page + i, size).ToString(), parse, cancellationToken);
            }

            await Task.WhenAll(asked).ConfigureAwait(false);
            foreach (var task in asked)
            {
                var outcome = await task.ConfigureAwait(false);
                if (!outcome.TryGet(out var items))
                {
                    return pages.EndWith(outcome.Error);
                }

                if (!pages.Add(items))
                {
                    return pages.EndWith(null);
                }

                onProgress?.Invoke(pages.Count);
            }
        }

        return pages.EndWith(session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"GET {path}", $"{session.Site}: GET {path} did not end after {MaxPages} pages."));
    }

    private async Task<Outcome<List<T>>> ReadPageAsync<T>(string path, string query, Func<Answer, List<T>?> parse, CancellationToken cancellationToken)
    {
        var request = WireRequest.Get(path, query);
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                if (parse(answer) is { } items)
                {
                    return items;
                }

                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without an array");
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "with broken JSON");
            }
        }
    }
}

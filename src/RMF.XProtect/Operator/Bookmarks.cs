using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Operator;

/// <summary>
/// Bookmarks by the bookmarks interface of 2024 R2 and later. It has no list: they are searched by a task. The members of the search are inferred
/// (docs/decisions/0422), so what comes back is filtered here once more. Thread-safe.
/// </summary>
internal sealed class Bookmarks(SiteSession session) : IBookmarks
{
    private const string Resource = "bookmarks";

    public async Task<Outcome<IReadOnlyList<SiteBookmark>>> SearchAsync(TimeRange range, IReadOnlyCollection<string> cameraIds, int most, CancellationToken cancellationToken)
    {
        var body = JsonBody.Object(w =>
        {
            w.WriteString("time", Write(range.Begin));
            w.WriteNumber("timeSpanBefore", 0);
            w.WriteNumber("timeSpanAfter", (long)Math.Ceiling(range.Length.TotalSeconds));
            w.WriteNumber("maxCount", most);
            w.WriteStartArray("deviceIds");
            foreach (var id in cameraIds)
            {
                w.WriteStringValue(id);
            }

            w.WriteEndArray();
        });
        var request = WireRequest.Task(Resource, "searchTime", body) with { IsRead = true };
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return Judge(reply.Error!);
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                if (ListIn(document.RootElement) is not { } list)
                {
                    return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without a list of bookmarks");
                }

                var wanted = new HashSet<string>(cameraIds, StringComparer.OrdinalIgnoreCase);
                return Outcome<IReadOnlyList<SiteBookmark>>.Of([.. list.EnumerateArray().Select(Read).OfType<SiteBookmark>()
                    .Where(b => b.Content.Begin >= range.Begin && b.Content.Begin < range.End && (wanted.Count == 0 || wanted.Contains(b.CameraId)))
                    .OrderBy(b => b.Content.Begin)
                    .Take(most)]);
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "with broken JSON");
            }
        }
    }

    public async Task<WriteResult> CreateAsync(string cameraId, BookmarkContent content, CancellationToken cancellationToken)
    {
        var body = JsonBody.Object(w =>
        {
            w.WriteString("reference", content.Reference);
            w.WriteString("header", content.Header);
            w.WriteString("description", content.Description);
            w.WriteString("timeBegin", Write(content.Begin));
            w.WriteString("timeTriggered", Write(content.Trigger));
            w.WriteString("timeEnd", Write(content.End));
            JsonBody.Link(w, "devicePath", BindingTable.Find(ItemKind.Camera)!.Resource, cameraId);
        });
        return await SendAsync(new WireRequest(HttpMethod.Post, Resource, string.Empty) { Body = body }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<WriteResult> RemoveAsync(string bookmarkId, CancellationToken cancellationToken)
    {
        var result = await SendAsync(new WireRequest(HttpMethod.Delete, $"{Resource}/{bookmarkId}", string.Empty), cancellationToken).ConfigureAwait(false);
        return result.Error is { Kind: SiteErrorKind.NotFound } ? new WriteResult(WriteStatus.Confirmed) : result;
    }

    private async Task<WriteResult> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        reply.Answer?.Dispose();
        return new WriteResult(reply.Error is null ? WriteStatus.Confirmed : reply.MayHaveHappened ? WriteStatus.Unknown : WriteStatus.Failed, reply.Error) { Requests = 1 };
    }

    private SiteError Judge(SiteError error) => error.Kind == SiteErrorKind.NotFound
        ? session.Errors.Make(SiteErrorKind.NotSupported, error.Operation, $"{session.Site}: this release has no bookmarks interface: {error.Message}")
        : error;

    /// <summary>The first list under the names that the interface's other answers use.</summary>
    private static JsonElement? ListIn(JsonElement root)
    {
        foreach (var name in (string[])["result", "data"])
        {
            root = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        }

        foreach (var name in (string[])["bookmarks", "array", "result", "data"])
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
            {
                return list;
            }
        }

        return root.ValueKind == JsonValueKind.Array ? root : null;
    }

    /// <summary>Null for an entry that tells no id, device or time.</summary>
    private static SiteBookmark? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Text(entry, "id") is not { Length: > 0 } id || Time(entry, "timeBegin") is not { } begin
            || !entry.TryGetProperty("devicePath", out var device) || device.ValueKind != JsonValueKind.Object || Text(device, "id") is not { Length: > 0 } camera
            || Ids.Read(id) is not { } bookmark)
        {
            return null;
        }

        return new SiteBookmark(bookmark, Ids.Normalise(camera), new BookmarkContent(Text(entry, "reference") ?? string.Empty, begin, Time(entry, "timeTriggered") ?? begin, Time(entry, "timeEnd") ?? begin)
        {
            Header = Text(entry, "header") ?? string.Empty,
            Description = Text(entry, "description") ?? string.Empty,
        });
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.TextOrNull() : null;

    private static DateTimeOffset? Time(JsonElement entry, string name)
        => DateTimeOffset.TryParse(Text(entry, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture);
}

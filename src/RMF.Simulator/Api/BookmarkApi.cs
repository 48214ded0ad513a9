using System.Globalization;
using System.Text.Json;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Security;

namespace RMF.Simulator.Api;

/// <summary>
/// The bookmarks interface, of which the configuration interface's document says nothing: POST makes one, tasks search and give references, and there is no
/// list. A client is told of no release before 2025 R1. Thread-safe.
/// </summary>
internal sealed class BookmarkApi(SiteState state)
{
    private const string Resource = "bookmarks";
    private const int MaxBookmarks = 100_000;

    private readonly object gate = new();
    private readonly SortedDictionary<string, Bookmark> bookmarks = new(StringComparer.Ordinal);
    private int references;

    /// <summary>Null where the request is about something else.</summary>
    /// <param name="request">The request.</param>
    /// <param name="segments">Its path below the interface's root.</param>
    public SimResponse? Handle(SimRequest request, string[] segments)
    {
        if (segments.Length is 0 or > 2 || !string.Equals(segments[0], Resource, StringComparison.OrdinalIgnoreCase) || state.Personality < Personality.V2025R1)
        {
            return null;
        }

        var query = new Query(request.Query);
        return (request.Method, segments.Length) switch
        {
            ("POST", 1) when query.TryGetText("task", out var task) => Run(request, task),
            ("POST", 1) => Create(request),
            ("GET", 2) => One(segments[1]),
            ("DELETE", 2) => Delete(segments[1]),
            _ => Answers.UnknownRequest(),
        };
    }

    private SimResponse Run(SimRequest request, string task)
    {
        if (string.Equals(task, "newReference", StringComparison.OrdinalIgnoreCase))
        {
            var number = Interlocked.Increment(ref references);
            return Answers.Of(new JsonText().Object().Name("result").Object().Name("reference").Text(string.Create(CultureInfo.InvariantCulture, $"no.{number:000000}")).Name("state").Text("Success").EndObject().EndObject());
        }

        if (!string.Equals(task, "searchTime", StringComparison.OrdinalIgnoreCase))
        {
            return Answers.Error(Answers.BadRequest, $"Bad request: Unknown task {task}", "task");
        }

        if (!JsonBody.TryRead(request, out var body) || body.ValueKind != JsonValueKind.Object || Time(body, "time") is not { } time)
        {
            return Answers.Error(Answers.BadRequest, "Bad request: parameters missing", "time");
        }

        var from = time.AddSeconds(-Number(body, "timeSpanBefore", 0));
        var to = time.AddSeconds(Number(body, "timeSpanAfter", 0));
        var devices = body.TryGetProperty("deviceIds", out var ids) && ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().Select(i => i.GetString()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        List<Bookmark> found;
        lock (gate)
        {
            found = [.. bookmarks.Values.Where(b => b.Begin >= from && b.Begin <= to && (devices.Count == 0 || devices.Contains(b.Device))).OrderBy(b => b.Begin).Take((int)Number(body, "maxCount", 1000))];
        }

        var json = new JsonText().Object().Name("result").Object().Name("bookmarks").Array();
        found.ForEach(b => Write(json, b));
        return Answers.Of(json.EndArray().Name("state").Text("Success").EndObject().EndObject());
    }

    private SimResponse Create(SimRequest request)
    {
        if (!JsonBody.TryRead(request, out var body) || body.ValueKind != JsonValueKind.Object)
        {
            return JsonBody.Malformed();
        }

        if (Time(body, "timeBegin") is not { } begin || Time(body, "timeEnd") is not { } end || Time(body, "timeTriggered") is not { } trigger || begin > trigger || trigger > end
            || !body.TryGetProperty("devicePath", out var path) || path.ValueKind != JsonValueKind.Object || Text(path, "id") is not { } device
            || state.Store.Read(() => Guid.TryParse(device, out var id) && state.Store.Find("cameras", id) is not null) == false)
        {
            return Answers.Error(Answers.BadRequest, "Bad request: parameters missing", "devicePath");
        }

        lock (gate)
        {
            if (bookmarks.Count >= MaxBookmarks)
            {
                return Answers.Error(Answers.BadRequest, "There are too many bookmarks.");
            }

            var made = new Bookmark(state.Store.Write(() => state.Ids.Next()).ToString(), device, Text(body, "reference") ?? "", begin, trigger, end, Text(body, "header") ?? "", Text(body, "description") ?? "");
            bookmarks[made.Id] = made;
            var json = new JsonText().Object().Name("result");
            Write(json, made);
            return Answers.Of(json.EndObject(), Answers.Created);
        }
    }

    private SimResponse One(string id)
    {
        lock (gate)
        {
            if (!bookmarks.TryGetValue(id.ToLowerInvariant(), out var found))
            {
                return Answers.Error(Answers.NotFound, $"Bookmark not found. {Resource}/{id}");
            }

            var json = new JsonText().Object().Name("data");
            Write(json, found);
            return Answers.Of(json.EndObject());
        }
    }

    private SimResponse Delete(string id)
    {
        lock (gate)
        {
            return bookmarks.Remove(id.ToLowerInvariant())
                ? Answers.Of(new JsonText().Object().Name("state").Text("Success").EndObject())
                : Answers.Error(Answers.NotFound, $"Bookmark not found. {Resource}/{id}");
        }
    }

    private static void Write(JsonText json, Bookmark bookmark) => json.Object()
        .Name("id").Text(bookmark.Id)
        .Name("reference").Text(bookmark.Reference)
        .Name("header").Text(bookmark.Header)
        .Name("description").Text(bookmark.Description)
        .Name("timeBegin").Text(Write(bookmark.Begin))
        .Name("timeTriggered").Text(Write(bookmark.Trigger))
        .Name("timeEnd").Text(Write(bookmark.End))
        .Name("devicePath").Object().Name("type").Text("cameras").Name("id").Text(bookmark.Device).EndObject()
        .EndObject();

    private static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double Number(JsonElement body, string name, double fallback) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : fallback;

    private static DateTimeOffset? Time(JsonElement body, string name)
        => DateTimeOffset.TryParse(Text(body, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private sealed record Bookmark(string Id, string Device, string Reference, DateTimeOffset Begin, DateTimeOffset Trigger, DateTimeOffset End, string Header, string Description);
}

using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Json;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Operator;

/// <summary>The file of operator records, format 1.</summary>
internal static class OperatorRecordsJson
{
    private const int Format = 1;

    public static void Write(OperatorRecords records, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, CanonicalJson.Compact);
        json.WriteStartObject();
        json.WriteNumber("formatVersion", Format);
        json.WriteStartArray("inconsistencies");
        foreach (var record in records.Inconsistencies)
        {
            json.WriteStartObject();
            Write(json, record.Camera);
            Write(json, record.Intent);
            json.WriteString("reason", record.Reason);
            json.WriteString("side", record.Side.ToString());
            json.WriteString("since", CanonicalJson.Time(record.Since));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("recordings");
        foreach (var record in records.Recordings)
        {
            json.WriteStartObject();
            Write(json, record.Camera);
            json.WriteString("since", CanonicalJson.Time(record.Since));
            json.WriteString("until", CanonicalJson.Time(record.Until));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static RunOutcome<OperatorRecords> Read(byte[] bytes, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (root.GetProperty("formatVersion").GetInt32() is var format && format != Format)
            {
                return new RunFailure("RMF2401", FormattableString.Invariant($"{file} holds operator records of format {format}; this release reads format {Format}."), "Use the release that wrote it, or move the file away: then what a side lacks is no longer known.");
            }

            return new OperatorRecords(
                [.. root.GetProperty("inconsistencies").EnumerateArray().Select(r => new InconsistencyRecord(TimeOf(r, "since"), CameraOf(r), EnumOf<Side>(r, "side"), IntentOf(r), r.GetProperty("reason").GetString()!))],
                [.. root.GetProperty("recordings").EnumerateArray().Select(r => new WatchedRecording(CameraOf(r), TimeOf(r, "since"), TimeOf(r, "until")))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return new RunFailure("RMF2401", $"{file} holds no operator records: {e.Message}", "Move the file away: then what a side lacks is no longer known. Compare-RmfPtzPreset finds presets that differ.");
        }
    }

    private static void Write(Utf8JsonWriter json, OperatorCamera camera)
    {
        json.WriteStartObject("camera");
        json.WriteString("name", camera.Name);
        foreach (var (name, side) in new[] { ("primary", camera.Primary), ("secondary", camera.Secondary) })
        {
            if (side is not null)
            {
                json.WriteStartObject(name);
                json.WriteString("id", side.Id);
                json.WriteString("site", side.Site);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OperatorIntent intent)
    {
        json.WriteStartObject("intent");
        json.WriteString("kind", intent.Kind.ToString());
        json.WriteString("subject", intent.Subject);
        if (intent.FormerName is { } former)
        {
            json.WriteString("formerName", former);
        }

        if (intent.Names.Count > 0)
        {
            json.WriteStartArray("names");
            intent.Names.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        if (intent.Bookmark is { } bookmark)
        {
            json.WriteStartObject("bookmark");
            json.WriteString("begin", CanonicalJson.Time(bookmark.Begin));
            json.WriteString("description", bookmark.Description);
            json.WriteString("end", CanonicalJson.Time(bookmark.End));
            json.WriteString("header", bookmark.Header);
            json.WriteString("trigger", CanonicalJson.Time(bookmark.Trigger));
            json.WriteEndObject();
        }

        if (intent.Preset is { } preset)
        {
            json.WriteStartObject("preset");
            if (preset.Description is { } description)
            {
                json.WriteString("description", description);
            }

            foreach (var (name, value) in new[] { ("pan", preset.Pan), ("tilt", preset.Tilt), ("zoom", preset.Zoom) })
            {
                if (value is { } number)
                {
                    json.WriteNumber(name, number);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static OperatorCamera CameraOf(JsonElement record)
    {
        var camera = record.GetProperty("camera");
        return new OperatorCamera(camera.GetProperty("name").GetString()!, SideOf(camera, "primary"), SideOf(camera, "secondary"));
    }

    private static SideCamera? SideOf(JsonElement camera, string name)
        => camera.TryGetProperty(name, out var side) ? new SideCamera(side.GetProperty("site").GetString()!, side.GetProperty("id").GetString()!) : null;

    private static OperatorIntent IntentOf(JsonElement record)
    {
        var intent = record.GetProperty("intent");
        var subject = intent.GetProperty("subject").GetString()!;
        return new OperatorIntent(EnumOf<IntentKind>(intent, "kind"), subject)
        {
            FormerName = intent.TryGetProperty("formerName", out var former) ? former.GetString() : null,
            Names = intent.TryGetProperty("names", out var names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [],
            Bookmark = intent.TryGetProperty("bookmark", out var bookmark)
                ? new BookmarkContent(subject, TimeOf(bookmark, "begin"), TimeOf(bookmark, "trigger"), TimeOf(bookmark, "end")) { Header = bookmark.GetProperty("header").GetString()!, Description = bookmark.GetProperty("description").GetString()! }
                : null,
            Preset = intent.TryGetProperty("preset", out var preset)
                ? new PresetContent(subject, NumberOf(preset, "pan"), NumberOf(preset, "tilt"), NumberOf(preset, "zoom")) { Description = preset.TryGetProperty("description", out var text) ? text.GetString() : null }
                : null,
        };
    }

    private static double? NumberOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    private static T EnumOf<T>(JsonElement element, string name)
        where T : struct
        => (T)Enum.Parse(typeof(T), element.GetProperty(name).GetString()!);

    private static DateTimeOffset TimeOf(JsonElement element, string name)
        => DateTimeOffset.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}

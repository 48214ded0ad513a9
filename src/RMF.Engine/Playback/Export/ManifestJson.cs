using System.Text;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Engine.Json;
using RMF.Engine.Runs;

namespace RMF.Engine.Playback.Export;

/// <summary>
/// The manifest as JSON. Its last property is the SHA-256 of the file's bytes with sixty-four zeros in that place, so that every edited byte
/// shows. That is no signature: who edits it can make the hash anew.
/// </summary>
public static class ManifestJson
{
    /// <summary>Largest manifest that is read: 64 MiB.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    private const string HashName = "sha256OfThisFile";
    private static readonly string NoHash = new('0', 64);

    public static byte[] Write(ExportManifest manifest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, CanonicalJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("format", ExportManifest.CurrentFormat);
            json.WriteString("camera", manifest.Camera);
            Write(json, manifest.Range);
            json.WriteString("serving", manifest.Serving.ToString());
            json.WriteString("madeAt", CanonicalJson.Time(manifest.MadeAt));
            json.WriteString("video", manifest.Format.ToString());
            json.WriteBoolean("whole", manifest.IsWhole);
            Write(json, "segments", manifest.Segments, WriteSegment);
            Write(json, "parts", manifest.Parts, WritePart);
            Write(json, "holes", manifest.Holes, WriteHole);
            json.WriteString(HashName, NoHash);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        var bytes = stream.ToArray();
        Encoding.ASCII.GetBytes(CanonicalJson.Hash(bytes)).CopyTo(bytes, HashAt(bytes));
        return bytes;
    }

    /// <summary>Reads a manifest. Code RMF2506 where it is none, or was edited.</summary>
    public static RunOutcome<ExportManifest> Read(byte[] bytes)
    {
        var at = HashAt(bytes);
        if (at < 0)
        {
            return Broken("The file is no manifest of an export, or it is cut off.");
        }

        var copy = (byte[])bytes.Clone();
        Encoding.ASCII.GetBytes(NoHash).CopyTo(copy, at);
        if (CanonicalJson.Hash(copy) != Encoding.ASCII.GetString(bytes, at, NoHash.Length))
        {
            return Broken("The manifest was changed after it was written.");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return root.GetProperty("format").GetInt32() == ExportManifest.CurrentFormat
                ? Read(root)
                : new RunFailure("RMF2507", "The manifest is of another format than this release reads.", "Use the release that made the export.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Broken("The file is no manifest of an export.");
        }
    }

    private static RunFailure Broken(string message) => new("RMF2506", message, "Give the path of the file that Export-RmfVideo wrote, as it wrote it. Restore it from a copy.");

    // Where the hash stands; -1 where there is none. It is looked for from the end, because it comes last.
    private static int HashAt(byte[] bytes)
    {
        var name = Encoding.ASCII.GetBytes("\"" + HashName + "\": \"");
        var at = bytes.AsSpan().LastIndexOf(name);
        return at >= 0 && at + name.Length + NoHash.Length <= bytes.Length ? at + name.Length : -1;
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TimeRange range)
    {
        json.WriteString("begin", CanonicalJson.Time(range.Begin));
        json.WriteString("end", CanonicalJson.Time(range.End));
    }

    private static void WriteSegment(Utf8JsonWriter json, ManifestSegment segment)
    {
        json.WriteString("side", segment.Side.ToString());
        json.WriteString("site", segment.Site);
        json.WriteString("recorder", segment.Recorder);
        json.WriteString("cameraId", segment.CameraId);
        Write(json, segment.Range);
        json.WriteNumber("frames", segment.Frames);
        json.WriteString("firstFrame", segment.First is { } first ? CanonicalJson.Time(first) : null);
        json.WriteString("lastFrame", segment.Last is { } last ? CanonicalJson.Time(last) : null);
        json.WriteNumber("damagedFrames", segment.Damaged);
        json.WriteBoolean("standsIn", segment.StandsIn);
    }

    private static void WritePart(Utf8JsonWriter json, ManifestPart part)
    {
        json.WriteString("file", part.File);
        json.WriteNumber("bytes", part.Bytes);
        json.WriteString("sha256", part.Sha256);
        json.WriteNumber("width", part.Width);
        json.WriteNumber("height", part.Height);
        json.WriteNumber("frames", part.Frames);
        json.WriteNumber("intervalTicks", part.Interval.Ticks);
    }

    private static void WriteHole(Utf8JsonWriter json, ExportHole hole)
    {
        Write(json, hole.Range);
        json.WriteString("cause", hole.Cause.ToString());
    }

    private static ExportManifest Read(JsonElement root) => new()
    {
        Camera = Text(root, "camera"),
        Range = Range(root),
        Serving = Name<Side>(root, "serving"),
        MadeAt = root.GetProperty("madeAt").GetDateTimeOffset(),
        Format = Name<ExportFormat>(root, "video"),
        Segments = [.. root.GetProperty("segments").EnumerateArray().Select(s => new ManifestSegment(
            Name<Side>(s, "side"), Text(s, "site"), Text(s, "recorder"), Text(s, "cameraId"), Range(s), s.GetProperty("frames").GetInt32())
        {
            First = Time(s, "firstFrame"),
            Last = Time(s, "lastFrame"),
            Damaged = s.GetProperty("damagedFrames").GetInt32(),
            StandsIn = s.GetProperty("standsIn").GetBoolean(),
        })],
        Parts = [.. root.GetProperty("parts").EnumerateArray().Select(p => new ManifestPart(Text(p, "file"), p.GetProperty("bytes").GetInt64(), Text(p, "sha256"))
        {
            Width = p.GetProperty("width").GetInt32(),
            Height = p.GetProperty("height").GetInt32(),
            Frames = p.GetProperty("frames").GetInt32(),
            Interval = new TimeSpan(p.GetProperty("intervalTicks").GetInt64()),
        })],
        Holes = [.. root.GetProperty("holes").EnumerateArray().Select(h => new ExportHole(Range(h), Name<HoleCause>(h, "cause")))],
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static T Name<T>(JsonElement element, string name)
        where T : struct, Enum
        => Enum.TryParse<T>(Text(element, name), out var value) && Enum.IsDefined(typeof(T), value) ? value : throw new FormatException(name);

    private static DateTimeOffset? Time(JsonElement element, string name)
        => element.GetProperty(name) is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : null;

    private static TimeRange Range(JsonElement element) => new(element.GetProperty("begin").GetDateTimeOffset(), element.GetProperty("end").GetDateTimeOffset());
}

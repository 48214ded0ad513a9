using System.Globalization;
using System.Text;
using System.Text.Json;
using RMF.Engine.Json;

namespace RMF.Engine.Journal;

/// <summary>
/// The lines of a journal: JSON, one object a line: number, time and event first, for people who read it. <c>hash</c> is SHA-256 over the hash before it, a line feed, and the
/// line without <c>hash</c>; it stands last, so that the line can be checked without knowing its members.
/// </summary>
internal static class JournalJson
{
    public const int FormatVersion = 1;

    private const string HashMember = ",\"hash\":\"";
    private const int HashLength = 64;

    public static string Start(JournalStart start, string previous) => Line(1, start.Time, JournalEvent.Started, writer =>
    {
        WriteStrings(writer, "allowedGuards", start.AllowedGuards);
        writer.WriteString("direction", start.Plan.Direction.ToString());
        writer.WriteNumber("formatVersion", FormatVersion);
        WriteStrings(writer, "guards", start.Plan.Guards.Select(g => g.Guard + ": " + g.Message));
        writer.WriteNumber("planned", start.Plan.Changes.Count(c => c.Writes));
        writer.WriteString("policyHash", start.Plan.PolicyHash);
        writer.WriteString("previous", previous);
        writer.WriteString("run", start.Plan.Id);
    });

    public static string Of(int number, JournalEntry entry) => Line(number, entry.Time, entry.Event, writer =>
    {
        if (entry.Change is { } change)
        {
            writer.WriteString("action", change.Action.ToString());
            writer.WriteString("change", change.Id);
            writer.WriteString("kind", change.Kind.ToString());
            if (entry.Event == JournalEvent.Intended)
            {
                WriteStrings(writer, "properties", change.Properties.Select(p => p.Path));
            }

            writer.WriteString("site", change.Site);
            WriteText(writer, "source", change.Source is { } source ? KeyJson.Format(source) : null);
            WriteText(writer, "target", (entry.Target ?? change.Target) is { } target ? KeyJson.Format(target) : null);
            WriteText(writer, "targetRecorder", change.TargetRecorder is { } recorder ? KeyJson.Format(recorder) : null);
        }

        WriteText(writer, "reason", entry.Reason);
        WriteText(writer, "status", entry.Status);
        if (entry.WasThere)
        {
            writer.WriteBoolean("wasThere", value: true);
        }
    });

    /// <summary>The line with its hash, which continues from <paramref name="previous"/>.</summary>
    public static string Seal(string line, string previous, out string hash)
    {
        hash = HashOf(line, previous);
        return line.Substring(0, line.Length - 1) + HashMember + hash + "\"}";
    }

    /// <summary>Takes the hash off a line; false when it has none.</summary>
    public static bool TryUnseal(string text, out string line, out string hash)
    {
        var at = text.Length - HashLength - 2 - HashMember.Length;
        if (at < 1 || string.CompareOrdinal(text, at, HashMember, 0, HashMember.Length) != 0 || !text.EndsWith("\"}", StringComparison.Ordinal))
        {
            line = hash = string.Empty;
            return false;
        }

        line = text.Substring(0, at) + "}";
        hash = text.Substring(at + HashMember.Length, HashLength);
        return true;
    }

    public static string HashOf(string line, string previous) => CanonicalJson.Hash(Encoding.UTF8.GetBytes(previous + "\n" + line));

    /// <exception cref="FormatException">The line is no record.</exception>
    public static JournalRecord Read(JsonElement root, string hash)
        => new(root.GetProperty("n").GetInt32(), Time(root), (JournalEvent)Enum.Parse(typeof(JournalEvent), root.GetProperty("event").GetString()!), hash)
        {
            Change = Text(root, "change"),
            Action = Text(root, "action"),
            Kind = Text(root, "kind"),
            Site = Text(root, "site"),
            Source = Text(root, "source"),
            Target = Text(root, "target"),
            TargetRecorder = Text(root, "targetRecorder"),
            WasThere = root.TryGetProperty("wasThere", out var wasThere) && wasThere.GetBoolean(),
            Status = Text(root, "status"),
            Reason = Text(root, "reason"),
            Properties = Strings(root, "properties"),
        };

    public static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IReadOnlyList<string> Strings(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) ? value.EnumerateArray().Select(v => v.GetString()!).ToList() : [];

    private static DateTimeOffset Time(JsonElement root)
        => DateTimeOffset.Parse(root.GetProperty("time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Line(int number, DateTimeOffset time, JournalEvent what, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, CanonicalJson.Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", number);
            writer.WriteString("time", CanonicalJson.Time(time));
            writer.WriteString("event", what.ToString());
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}

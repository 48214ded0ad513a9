using System.Text;
using System.Text.Json;

namespace RMF.Engine.Journal;

/// <summary>Reads one run's file and follows its chain. Never throws for content: what is wrong stands in <see cref="JournalRun.Faults"/>.</summary>
internal static class JournalReader
{
    public static JournalRun Read(string file, byte[] bytes)
    {
        // A whole record ends with a line feed; what follows the last one is half a record of a process that died.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        var run = new JournalRun(file, string.Empty, DateTimeOffset.MinValue) { IsTorn = end < bytes.Length };
        var records = new List<JournalRecord>(lines.Length);
        var faults = new List<string>();
        var previous = string.Empty;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!JournalJson.TryUnseal(lines[i], out var line, out var hash) || !TryParse(line, hash, out var record, out var root))
            {
                faults.Add(FormattableString.Invariant($"line {i + 1} is not a record"));
                continue;
            }

            if (i == 0)
            {
                run = Begin(run, record, root);
                previous = run.Previous;
            }

            if (!string.Equals(JournalJson.HashOf(line, previous), hash, StringComparison.Ordinal))
            {
                faults.Add(FormattableString.Invariant($"line {i + 1} does not continue from the one before: it was changed, or one is missing or stands in another place"));
            }
            else if (record.Number != i + 1)
            {
                faults.Add(FormattableString.Invariant($"line {i + 1} holds record {record.Number}"));
            }

            // The chain goes on from what the line says, so that one changed record is one fault.
            previous = hash;
            records.Add(record);
        }

        if (lines.Length > 0 && (records.Count == 0 || records[0].Event != JournalEvent.Started))
        {
            faults.Add("the first record is not the start of a run");
        }

        return run with { Records = records, Faults = faults };
    }

    private static JournalRun Begin(JournalRun run, JournalRecord record, JsonElement root) => run with
    {
        Id = JournalJson.Text(root, "run") ?? string.Empty,
        StartedAt = record.Time,
        Direction = JournalJson.Text(root, "direction") ?? string.Empty,
        PolicyHash = JournalJson.Text(root, "policyHash") ?? string.Empty,
        Planned = root.TryGetProperty("planned", out var planned) ? planned.GetInt32() : 0,
        Guards = JournalJson.Strings(root, "guards"),
        AllowedGuards = JournalJson.Strings(root, "allowedGuards"),
        Previous = JournalJson.Text(root, "previous") ?? string.Empty,
    };

    private static bool TryParse(string line, string hash, out JournalRecord record, out JsonElement root)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            root = document.RootElement.Clone();
            record = JournalJson.Read(root, hash);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            root = default;
            record = null!;
            return false;
        }
    }
}

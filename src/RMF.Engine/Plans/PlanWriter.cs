using System.Text;
using System.Text.Json;
using RMF.Core.Planning;
using RMF.Engine.Json;

namespace RMF.Engine.Plans;

/// <summary>Writes a plan as canonical JSON: keys sorted, and among them a checksum (SHA-256) over everything but itself.</summary>
public static class PlanWriter
{
    /// <summary>The bytes of the plan file. The checksum is computed over the same bytes written without it and without indentation.</summary>
    public static byte[] ToBytes(Plan plan) => Write(plan, Checksum(plan), CanonicalJson.Readable);

    public static string ToText(Plan plan) => Encoding.UTF8.GetString(ToBytes(plan));

    /// <summary>SHA-256 over the canonical form, lower-case hexadecimal. The gate of a pipeline compares it.</summary>
    public static string Checksum(Plan plan) => CanonicalJson.Hash(Write(plan, null, CanonicalJson.Compact));

    /// <summary>The same over a plan file as it was read; white space between its members does not count.</summary>
    internal static string Checksum(JsonElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, CanonicalJson.Compact))
        {
            writer.WriteStartObject();
            foreach (var member in root.EnumerateObject().Where(m => !m.NameEquals("checksum")))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return CanonicalJson.Hash(stream.ToArray());
    }

    private static byte[] Write(Plan plan, string? checksum, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("applyable", plan.IsApplicable);
            writer.WriteStartArray("changes");
            foreach (var change in plan.Changes)
            {
                WriteChange(writer, change);
            }

            writer.WriteEndArray();
            if (checksum is not null)
            {
                writer.WriteString("checksum", checksum);
            }

            writer.WriteString("createdAt", CanonicalJson.Time(plan.CreatedAt));
            writer.WriteString("direction", plan.Direction.ToString());
            WriteStrings(writer, "drift", plan.Drift.Select(c => c.Id));
            writer.WriteNumber("formatVersion", plan.FormatVersion);
            writer.WriteStartArray("guards");
            foreach (var guard in plan.Guards)
            {
                writer.WriteStartObject();
                writer.WriteString("guard", guard.Guard);
                writer.WriteString("message", guard.Message);
                WriteStrings(writer, "refuses", guard.Refuses);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("id", plan.Id);
            writer.WriteString("lineage", plan.Lineage);
            writer.WriteString("policyHash", plan.PolicyHash);
            writer.WriteNumber("serial", plan.Serial);
            writer.WriteStartArray("sites");
            foreach (var site in plan.Sites)
            {
                writer.WriteStartObject();
                writer.WriteBoolean("complete", site.Complete);
                writer.WriteString("name", site.Name);
                writer.WriteString("snapshotHash", site.SnapshotHash);
                writer.WriteString("takenAt", CanonicalJson.Time(site.TakenAt));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteSummary(writer, plan.Summary);
            writer.WriteStartArray("unknown");
            foreach (var part in plan.Unknown)
            {
                writer.WriteStartObject();
                writer.WriteString("address", part.Address);
                writer.WriteString("key", KeyJson.Format(part.Key));
                writer.WriteString("reason", part.Reason);
                writer.WriteString("since", CanonicalJson.Time(part.Since));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteChange(Utf8JsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        writer.WriteString("action", change.Action.ToString());
        writer.WriteString("address", change.Address);
        WriteValues(writer, "after", change, p => p.After);
        WriteValues(writer, "before", change, p => p.Before);
        writer.WriteStartArray("changedProperties");
        foreach (var property in change.Properties)
        {
            writer.WriteStartObject();
            if (property.Base is { } agreed && !property.IsSensitive)
            {
                writer.WritePropertyName("base");
                ValueJson.Write(writer, agreed, change.Site);
            }

            if (property.Detail is { } detail)
            {
                writer.WriteString("detail", detail);
            }

            writer.WriteString("path", property.Path);
            writer.WriteString("reason", property.Reason.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteStrings(writer, "dependsOn", change.DependsOn);
        WriteOptional(writer, "detail", change.Detail);
        writer.WriteString("id", change.Id);
        writer.WriteString("kind", change.Kind.ToString());
        writer.WriteString("method", change.Method.ToString());
        writer.WriteString("name", change.Name);
        writer.WriteString("reason", change.Reason.ToString());
        WriteStrings(writer, "sensitiveProperties", change.Properties.Where(p => p.IsSensitive).Select(p => p.Path));
        writer.WriteString("site", change.Site);
        WriteOptional(writer, "sourceId", change.Source is { } source ? KeyJson.Format(source) : null);
        writer.WriteString("stage", change.Stage.ToString());
        WriteOptional(writer, "targetId", change.Target is { } target ? KeyJson.Format(target) : null);
        WriteOptional(writer, "targetRecorder", change.TargetRecorder is { } recorder ? KeyJson.Format(recorder) : null);
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, Change change, Func<ChangedProperty, Core.Inventory.PropertyValue?> valueOf)
    {
        writer.WriteStartObject(name);
        foreach (var property in change.Properties.OrderBy(p => p.Path, StringComparer.Ordinal))
        {
            if (valueOf(property) is { } value && !property.IsSensitive)
            {
                writer.WritePropertyName(property.Path);
                ValueJson.Write(writer, value, change.Site);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, PlanSummary summary)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("adopt", summary.Adopt);
        writer.WriteNumber("compared", summary.Compared);
        writer.WriteNumber("conflict", summary.Conflict);
        writer.WriteNumber("create", summary.Create);
        writer.WriteNumber("delete", summary.Delete);
        writer.WriteNumber("drift", summary.Drift);
        writer.WriteNumber("move", summary.Move);
        writer.WriteNumber("replace", summary.Replace);
        writer.WriteNumber("unknown", summary.Unknown);
        writer.WriteNumber("unprotected", summary.Unprotected);
        writer.WriteNumber("unsupported", summary.Unsupported);
        writer.WriteNumber("update", summary.Update);
        writer.WriteEndObject();
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

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }
}

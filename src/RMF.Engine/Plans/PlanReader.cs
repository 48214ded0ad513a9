using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Engine.Json;
using RMF.Engine.Runs;

namespace RMF.Engine.Plans;

/// <summary>Reads a plan file back and checks its checksum: a plan that was edited, cut off or of another format is refused.</summary>
public static class PlanReader
{
    /// <summary>Largest plan file that is read: 1 GiB, room for a first plan of 12,000 cameras a side with much to spare.</summary>
    public const long MaximumBytes = 1L << 30;

    public static RunOutcome<Plan> Read(byte[] bytes, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            var format = root.GetProperty("formatVersion").GetInt32();
            if (format != Plan.CurrentFormat)
            {
                return new RunFailure("RMF2101", $"{fileName} is a plan of format {format.ToString(CultureInfo.InvariantCulture)}; this release reads format {Plan.CurrentFormat.ToString(CultureInfo.InvariantCulture)}.", "Make the plan again with New-RmfPlan of this release.");
            }

            // Over what stands in the file, not over what is understood of it: a member that is derived or unknown may not be edited either.
            var stated = root.GetProperty("checksum").GetString();
            return string.Equals(stated, PlanWriter.Checksum(root), StringComparison.Ordinal)
                ? ReadPlan(root)
                : new RunFailure("RMF2102", $"{fileName} was changed after it was written: its checksum does not fit its content.", "Make the plan again with New-RmfPlan. A plan is not meant to be edited: edit the policy.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return new RunFailure("RMF2103", $"{fileName} is no plan: {e.Message}", "Give the path of a file that New-RmfPlan -OutFile wrote.");
        }
    }

    private static Plan ReadPlan(JsonElement root) => new()
    {
        Id = Text(root, "id"),
        CreatedAt = Time(root, "createdAt"),
        PolicyHash = Text(root, "policyHash"),
        Direction = Word<SyncDirection>(root, "direction"),
        Lineage = Text(root, "lineage"),
        Serial = root.GetProperty("serial").GetInt64(),
        Sites = root.GetProperty("sites").EnumerateArray()
            .Select(s => new PlanSite(Text(s, "name"), Text(s, "snapshotHash"), Time(s, "takenAt"), s.GetProperty("complete").GetBoolean())).ToList(),
        Changes = root.GetProperty("changes").EnumerateArray().Select(ReadChange).ToList(),
        Unknown = root.GetProperty("unknown").EnumerateArray()
            .Select(u => new UnknownPart(KeyJson.Parse(Text(u, "key")), Text(u, "address"), Time(u, "since"), Text(u, "reason"))).ToList(),
        Guards = root.GetProperty("guards").EnumerateArray()
            .Select(g => new GuardResult(Text(g, "guard"), Text(g, "message"), Strings(g, "refuses"))).ToList(),
        Summary = ReadSummary(root.GetProperty("summary")),
    };

    private static Change ReadChange(JsonElement element)
    {
        var site = Text(element, "site");
        var before = ValueJson.ReadBag(element.GetProperty("before"), site);
        var after = ValueJson.ReadBag(element.GetProperty("after"), site);
        var sensitive = new HashSet<string>(Strings(element, "sensitiveProperties"), StringComparer.Ordinal);
        return new Change
        {
            Id = Text(element, "id"),
            Address = Text(element, "address"),
            Kind = Word<ItemKind>(element, "kind"),
            Name = Text(element, "name"),
            Action = Word<ChangeAction>(element, "action"),
            Reason = Word<ChangeReason>(element, "reason"),
            Site = site,
            Source = KeyJson.ParseOptional(element, "sourceId"),
            Target = KeyJson.ParseOptional(element, "targetId"),
            TargetRecorder = KeyJson.ParseOptional(element, "targetRecorder"),
            Stage = Word<SyncStage>(element, "stage"),
            Method = Word<WriteMethod>(element, "method"),
            DependsOn = Strings(element, "dependsOn"),
            Detail = OptionalText(element, "detail"),
            Properties = element.GetProperty("changedProperties").EnumerateArray().Select(p => ReadProperty(p, before, after, sensitive, site)).ToList(),
        };
    }

    private static ChangedProperty ReadProperty(JsonElement element, PropertyBag before, PropertyBag after, HashSet<string> sensitive, string site)
    {
        var path = Text(element, "path");
        return new ChangedProperty(path, before[path], after[path], Word<ChangeReason>(element, "reason"))
        {
            Base = element.TryGetProperty("base", out var agreed) ? ValueJson.Read(agreed, site) : null,
            Detail = OptionalText(element, "detail"),
            IsSensitive = sensitive.Contains(path),
        };
    }

    private static PlanSummary ReadSummary(JsonElement element)
    {
        int Number(string name) => element.GetProperty(name).GetInt32();
        return new PlanSummary
        {
            Adopt = Number("adopt"),
            Compared = Number("compared"),
            Conflict = Number("conflict"),
            Create = Number("create"),
            Delete = Number("delete"),
            Drift = Number("drift"),
            Move = Number("move"),
            Replace = Number("replace"),
            Unknown = Number("unknown"),
            Unprotected = Number("unprotected"),
            Unsupported = Number("unsupported"),
            Update = Number("update"),
        };
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    private static string? OptionalText(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Strings(JsonElement element, string name)
        => element.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? string.Empty).ToList();

    private static DateTimeOffset Time(JsonElement element, string name)
        => DateTimeOffset.Parse(Text(element, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static T Word<T>(JsonElement element, string name)
        where T : struct, Enum
        => Enum.TryParse<T>(Text(element, name), out var value) ? value : throw new JsonException($"'{Text(element, name)}' is no {typeof(T).Name}.");
}

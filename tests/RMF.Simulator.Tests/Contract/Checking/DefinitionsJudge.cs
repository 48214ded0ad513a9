using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Judges what <c>?definitions</c> adds. The document does not declare it, so it is held to the schema of the data that it
/// describes: one definition for each declared member, in the same lists and blocks.
/// </summary>
internal sealed class DefinitionsJudge(
    ContractDocument document,
    DeviationTable deviations,
    Dictionary<string, JudgedValue> places,
    List<Finding> into)
{
    /// <summary>The place of a definition, in front of the place of what it defines.</summary>
    public const string Prefix = "definition:";

    private const string Undefined = "relations";

    /// <summary>Members of one definition with their types.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["displayName"] = "string",
        ["canSet"] = "boolean",
        ["valueType"] = "string",
        ["options"] = "array",
        ["minValue"] = "number",
        ["maxValue"] = "number",
        ["stepValue"] = "number",
    };

    private static readonly string[] RequiredParts = ["displayName", "canSet", "valueType"];

    /// <summary>Parts that a definition may do without.</summary>
    public static bool IsOptional(string place) =>
        place.StartsWith(Prefix, StringComparison.Ordinal) && place.EndsWith("Value", StringComparison.Ordinal) && !RequiredParts.Any(place.EndsWith);

    public void Judge(JsonElement value, JsonElement schema, string pointer) => JudgeGroup(value, document.Resolve(schema, ""), "", pointer);

    private void JudgeGroup(JsonElement value, NamedSchema owner, string groupPlace, string pointer)
    {
        places[pointer] = new JudgedValue(Prefix + groupPlace, owner.Place, default);
        ExtraShapes.Members(value, owner.Place, pointer, into, (member, at) =>
        {
            var place = $"{owner.Place}.{member.Name}";
            if (owner.Declares(member.Name))
            {
                JudgeMember(member.Value, owner.Schema.GetProperty("properties").GetProperty(member.Name), place, at);
            }
            else if (deviations.Find(FindingKind.UndeclaredMember, place) is { } row)
            {
                JudgeExtra(member.Value, row, place, at);
            }
            else
            {
                into.Add(new Finding(FindingKind.UndeclaredMember, Prefix + place, at, "defines what is not declared"));
            }
        });

        if (value.ValueKind == JsonValueKind.Object)
        {
            Missing(value, owner, pointer);
        }
    }

    private void Missing(JsonElement value, NamedSchema owner, string pointer)
    {
        foreach (var member in owner.Members.Where(member => member.Name != Undefined && !document.IsChildCollection(owner, member.Name)))
        {
            var place = $"{owner.Place}.{member.Name}";
            if (!value.TryGetProperty(member.Name, out _) && deviations.Find(FindingKind.MissingMember, place) is null)
            {
                into.Add(new Finding(FindingKind.MissingMember, Prefix + place, pointer, "declared, but not defined"));
            }
        }
    }

    private void JudgeMember(JsonElement value, JsonElement schema, string place, string pointer)
    {
        var named = document.Resolve(schema, place);
        if (named.Schema.TryGetProperty("items", out var items))
        {
            JudgeList(value, document.Resolve(items, place), pointer, place);
        }
        else if (named.IsObjectWithMembers && !IsPath(named))
        {
            JudgeGroup(value, named, place, pointer);
        }
        else
        {
            JudgeDefinition(value, place, pointer);
        }
    }

    /// <summary>A block of the driver's own is a group of definitions under names that only the driver knows.</summary>
    private void JudgeExtra(JsonElement value, Deviation row, string place, string pointer)
    {
        if (row.Shape != ExtraShape.ScalarBag)
        {
            JudgeDefinition(value, place, pointer);
            return;
        }

        places[pointer] = new JudgedValue(Prefix + place, place, default);
        ExtraShapes.Members(value, place, pointer, into, (member, at) => JudgeDefinition(member.Value, place + ".*", at));
    }

    private void JudgeList(JsonElement value, NamedSchema items, string pointer, string place)
    {
        places[pointer] = new JudgedValue(Prefix + place, place, default);
        ExtraShapes.Require(value.ValueKind == JsonValueKind.Array, "a list of definitions", place, pointer, into);
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                JudgeGroup(item, items, place + "[]", $"{pointer}/{index++}");
            }
        }
    }

    private void JudgeDefinition(JsonElement value, string place, string pointer)
    {
        places[pointer] = new JudgedValue(Prefix + place, "", default);
        ExtraShapes.Members(value, place, pointer, into, (part, at) =>
        {
            places[at] = new JudgedValue($"{Prefix}{place}.{part.Name}", "", default);
            ExtraShapes.Require(Parts.TryGetValue(part.Name, out var type) && JsonTypes.Is(part.Value, type), "a part of a definition", place, at, into);
            if (part.Name == "options" && part.Value.ValueKind == JsonValueKind.Array)
            {
                JudgeOptions(part.Value, place, at);
            }
        });
        if (value.ValueKind == JsonValueKind.Object)
        {
            var isEnum = value.TryGetProperty("valueType", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Enum";
            ExtraShapes.Require(RequiredParts.All(part => value.TryGetProperty(part, out _)), string.Join(", ", RequiredParts), place, pointer, into);
            ExtraShapes.Require(isEnum == value.TryGetProperty("options", out _), "options for an enumeration", place, pointer, into);
        }
    }

    private void JudgeOptions(JsonElement options, string place, string pointer)
    {
        var index = 0;
        foreach (var option in options.EnumerateArray())
        {
            var at = $"{pointer}/{index++}";
            places[at] = new JudgedValue($"{Prefix}{place}.options", "", default);
            ExtraShapes.Members(option, place, at, into, (part, here) =>
                ExtraShapes.Require(part.Name is "name" or "value" && part.Value.ValueKind == JsonValueKind.String, "a name and a value", place, here, into));
            ExtraShapes.Require(
                option.ValueKind == JsonValueKind.Object && option.EnumerateObject().Count() == 2, "a name and a value", place, at, into);
        }
    }

    private static bool IsPath(NamedSchema schema) => schema.Members.Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(["id", "type"], StringComparer.Ordinal);
}

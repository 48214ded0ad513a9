using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>Judges values that the document does not declare but real systems send.</summary>
internal static class ExtraShapes
{
    /// <summary>Members of the description of one setting.</summary>
    private static readonly Dictionary<string, string> DefinitionMembers = new(StringComparer.Ordinal)
    {
        ["canSet"] = "boolean",
        ["valueType"] = "string",
        ["displayName"] = "string",
        ["options"] = "array",
        ["minValue"] = "number",
        ["maxValue"] = "number",
        ["stepValue"] = "number",
    };

    public static void Judge(
        JsonElement value,
        ExtraShape shape,
        string place,
        string pointer,
        Dictionary<string, JudgedValue> places,
        List<Finding> into)
    {
        places[pointer] = new JudgedValue(place, place, default);
        switch (shape)
        {
            case ExtraShape.Text:
                Require(JsonTypes.Is(value, "string"), "a string", place, pointer, into);
                break;
            case ExtraShape.Integer:
                Require(JsonTypes.Is(value, "integer"), "a whole number", place, pointer, into);
                break;
            case ExtraShape.Scalar:
                Require(JsonTypes.IsScalar(value), "a scalar", place, pointer, into);
                break;
            case ExtraShape.ScalarBag:
                Members(value, place, pointer, into, (member, at) => Judge(member.Value, ExtraShape.Scalar, place + ".*", at, places, into));
                break;
            case ExtraShape.Path:
                JudgePath(value, place, pointer, places, into);
                break;
            case ExtraShape.Definitions:
                JudgeDefinitions(value, place, pointer, places, into);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "a row for an undeclared member must say its shape");
        }
    }

    private static void JudgePath(JsonElement value, string place, string pointer, Dictionary<string, JudgedValue> places, List<Finding> into)
    {
        Members(value, place, pointer, into, (member, at) => Judge(member.Value, ExtraShape.Text, $"{place}.{member.Name}", at, places, into));
        Require(
            value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(["id", "type"], StringComparer.Ordinal),
            "a type and an id", place, pointer, into);
    }

    /// <summary>Groups of any depth; a leaf is an object with canSet and valueType.</summary>
    private static void JudgeDefinitions(JsonElement value, string place, string pointer, Dictionary<string, JudgedValue> places, List<Finding> into)
    {
        places[pointer] = new JudgedValue(place, place, default);
        Members(value, place, pointer, into, (member, at) =>
        {
            if (member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("valueType", out _))
            {
                JudgeDefinition(member.Value, place + ".*", at, places, into);
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var item in member.Value.EnumerateArray())
                {
                    JudgeDefinitions(item, place + ".*", $"{at}/{index++}", places, into);
                }
            }
            else
            {
                JudgeDefinitions(member.Value, place + ".*", at, places, into);
            }
        });
    }

    private static void JudgeDefinition(JsonElement value, string place, string pointer, Dictionary<string, JudgedValue> places, List<Finding> into)
    {
        places[pointer] = new JudgedValue(place, place, default);
        Members(value, place, pointer, into, (member, at) =>
        {
            places[at] = new JudgedValue($"{place}.{member.Name}", place, default);
            Require(
                DefinitionMembers.TryGetValue(member.Name, out var type) && JsonTypes.Is(member.Value, type),
                "a known member of a definition", $"{place}.{member.Name}", at, into);
        });
        Require(value.TryGetProperty("canSet", out _), "canSet", place, pointer, into);
    }

    private static void Members(JsonElement value, string place, string pointer, List<Finding> into, Action<JsonProperty, string> judge)
    {
        Require(value.ValueKind == JsonValueKind.Object, "an object", place, pointer, into);
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            judge(member, $"{pointer}/{member.Name}");
        }
    }

    private static void Require(bool holds, string wanted, string place, string pointer, List<Finding> into)
    {
        if (!holds)
        {
            into.Add(new Finding(FindingKind.WrongType, place, pointer, $"real systems send {wanted}"));
        }
    }
}

using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>Judges values that the document does not declare but real systems send.</summary>
internal static class ExtraShapes
{
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
            case ExtraShape.Relations:
                JudgeRelations(value, place, pointer, places, into);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "a row for an undeclared member must say its shape");
        }
    }

    private static void JudgePath(JsonElement value, string place, string pointer, Dictionary<string, JudgedValue> places, List<Finding> into)
    {
        places[pointer] = new JudgedValue(place, place, default);
        Members(value, place, pointer, into, (member, at) => Judge(member.Value, ExtraShape.Text, $"{place}.{member.Name}", at, places, into));
        Require(
            value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(["id", "type"], StringComparer.Ordinal),
            "a type and an id", place, pointer, into);
    }

    /// <summary>Self and parent as paths, and lists of paths of what the item has made.</summary>
    private static void JudgeRelations(JsonElement value, string place, string pointer, Dictionary<string, JudgedValue> places, List<Finding> into)
    {
        Members(value, place, pointer, into, (member, at) =>
        {
            if (member.Value.ValueKind != JsonValueKind.Array || member.Name is "self" or "parent")
            {
                JudgePath(member.Value, $"{place}.{member.Name}", at, places, into);
                return;
            }

            places[at] = new JudgedValue($"{place}.*", place, default);
            var index = 0;
            foreach (var made in member.Value.EnumerateArray())
            {
                JudgePath(made, $"{place}.*[]", $"{at}/{index++}", places, into);
            }
        });
        Require(
            value.ValueKind == JsonValueKind.Object && value.TryGetProperty("self", out _) && value.TryGetProperty("parent", out _),
            "relations to itself and its parent", place, pointer, into);
    }

    internal static void Members(JsonElement value, string place, string pointer, List<Finding> into, Action<JsonProperty, string> judge)
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

    internal static void Require(bool holds, string wanted, string place, string pointer, List<Finding> into)
    {
        if (!holds)
        {
            into.Add(new Finding(FindingKind.WrongType, place, pointer, $"real systems send {wanted}"));
        }
    }
}

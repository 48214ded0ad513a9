using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>The schema keywords that the walker judges, and those that say nothing about an answer.</summary>
internal static class KnownKeywords
{
    private static readonly HashSet<string> Judged =
        new(StringComparer.Ordinal) { "type", "properties", "$ref", "items", "enum", "oneOf", "format" };

    private static readonly HashSet<string> Silent =
        new(StringComparer.Ordinal) { "example", "readOnly", "required", "description" };

    private static readonly HashSet<string> Types =
        new(StringComparer.Ordinal) { "object", "array", "string", "integer", "number", "boolean" };

    /// <summary>Throws when the schema, or one inside it, uses what the walker does not know.</summary>
    public static void Require(JsonElement schema, string place)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Judged.Contains(keyword.Name) && !Silent.Contains(keyword.Name))
            {
                throw new InvalidDataException($"{place}: the walker does not know the keyword '{keyword.Name}'.");
            }

            RequireInside(keyword, place);
        }
    }

    private static void RequireInside(JsonProperty keyword, string place)
    {
        switch (keyword.Name)
        {
            case "type" when !Types.Contains(keyword.Value.GetString()!):
                throw new InvalidDataException($"{place}: the walker does not know the type '{keyword.Value}'.");
            case "format" when !Formats.Knows(keyword.Value.GetString()!):
                throw new InvalidDataException($"{place}: the walker does not know the format '{keyword.Value}'.");
            case "properties":
                foreach (var member in keyword.Value.EnumerateObject())
                {
                    Require(member.Value, $"{place}.{member.Name}");
                }

                break;
            case "items":
                Require(keyword.Value, place + "[]");
                break;
            case "oneOf":
                foreach (var alternative in keyword.Value.EnumerateArray())
                {
                    Require(alternative, place);
                }

                break;
            default:
                break;
        }
    }
}

using System.Text.Json;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;

namespace RMF.XProtect.Json;

/// <summary>Opens the API's envelopes: <c>array</c>, <c>data</c>, <c>definitions</c>. Throws <see cref="JsonException"/> on anything that is no JSON.</summary>
internal static class Envelope
{
    /// <summary>Reads every object of <c>array</c>; null when the answer has none.</summary>
    public static List<ParsedItem>? ReadArray(Answer answer, Binding binding, ParseContext context)
    {
        var reader = new Utf8JsonReader(answer.Body);
        if (!FindMember(ref reader, "array"u8) || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        var parser = new ItemParser(context);
        var items = new List<ParsedItem>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject && parser.Read(ref reader, binding) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>The ids of the objects in <c>array</c>; null when the answer has none.</summary>
    public static List<string>? ReadIds(Answer answer, ParseContext context)
    {
        var reader = new Utf8JsonReader(answer.Body);
        if (!FindMember(ref reader, "array"u8) || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        var parser = new ItemParser(context);
        var ids = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject && parser.ReadId(ref reader) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>Reads the object in <c>data</c>; null when the answer has none.</summary>
    public static ParsedItem? ReadData(Answer answer, Binding binding, ParseContext context, string knownId)
    {
        var reader = new Utf8JsonReader(answer.Body);
        if (!FindMember(ref reader, "data"u8) || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        // A parser that met broken JSON is not given back: it stands in the middle of something.
        var parser = context.RentParser();
        var item = parser.Read(ref reader, binding, knownId);
        context.Return(parser);
        return item;
    }

    /// <summary>Moves the reader onto the value of a member of the outermost object.</summary>
    private static bool FindMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}

using System.Text.Json;
using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Json;

/// <summary>Turns JSON values into property values in one pass. Not thread-safe; one for each answer.</summary>
internal sealed class ValueParser(ParseContext context)
{
    private readonly List<PropertyBagBuilder> builders = [];
    private int depth;

    /// <summary>The binding of the item that is read; says which members are references to parts of the same device.</summary>
    public Binding? Binding { get; set; }

    /// <summary>The device that local references belong to.</summary>
    public string OwnerId { get; set; } = string.Empty;

    public PropertyBagBuilder Rent()
    {
        if (depth == builders.Count)
        {
            builders.Add(new PropertyBagBuilder(context.Shapes));
        }

        return builders[depth++];
    }

    public PropertyBag Build(PropertyBagBuilder builder)
    {
        depth--;
        return builder.Build();
    }

    /// <summary>Reads the value that the reader stands on and leaves the reader on its last token.</summary>
    /// <param name="reader">Stands on the value's first token.</param>
    /// <param name="property">The member's name.</param>
    public PropertyValue Read(ref Utf8JsonReader reader, string property)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader, property);
            case JsonTokenType.Number:
                return context.Texts.Number(ref reader);
            case JsonTokenType.True:
                return Scalar.True;
            case JsonTokenType.False:
                return Scalar.False;
            case JsonTokenType.StartObject:
                return ReferenceFrom(ref reader) ?? (PropertyValue)Group(ref reader);
            case JsonTokenType.StartArray:
                return List(ref reader, property);
            default:
                return Scalar.Null;
        }
    }

    private PropertyValue Text(ref Utf8JsonReader reader, string property)
    {
        if (Binding is { } binding && binding.LocalReferences.TryGetValue(property, out var kind) && reader.ValueSpan.Length > 0)
        {
            return new Reference(new ItemKey(context.Site, kind, OwnerId + "/" + context.Texts.Id(ref reader)));
        }

        var text = context.Texts.Text(ref reader);
        if (References.FromText(text.Value, context.Site) is { } reference)
        {
            context.Forms.Note(property, text.Value);
            return reference;
        }

        return text;
    }

    private GroupValue Group(ref Utf8JsonReader reader)
    {
        var builder = Rent();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = context.Texts.Name(ref reader);
            reader.Read();
            builder.Set(name, Read(ref reader, name));
        }

        return new GroupValue(Build(builder));
    }

    private ListValue List(ref Utf8JsonReader reader, string property)
    {
        List<PropertyValue>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            (items ??= []).Add(Read(ref reader, property));
        }

        return items is null ? ListValue.Empty : new ListValue(items.ToArray());
    }

    /// <summary>An object of exactly <c>type</c> and <c>id</c> is a reference, when the type is a kind that is known.</summary>
    private Reference? ReferenceFrom(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (ReadLink(ref ahead) is not { } link || BindingTable.KindOf(link.Type) is not { } kind)
        {
            return null;
        }

        reader = ahead;
        return new Reference(new ItemKey(context.Site, kind, link.Id));
    }

    /// <summary>Reads <c>{"type":…,"id":…}</c>; null (and the reader somewhere inside) when it is anything else.</summary>
    public (string Type, string Id)? ReadLink(ref Utf8JsonReader reader)
    {
        string? type = null;
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            if (!isType && !reader.ValueTextEquals("id"u8))
            {
                return null;
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                return null;
            }

            if (isType)
            {
                type = context.Texts.Name(ref reader);
            }
            else
            {
                id = context.Texts.Id(ref reader);
            }
        }

        return type is null || id is null or "" ? null : (type, id);
    }
}

using System.Text.Json;
using RMF.Core.Inventory;

namespace RMF.Engine.Json;

/// <summary>
/// Property values in plan and state files: scalars as JSON scalars, <c>{"list":[…]}</c>, <c>{"group":{…}}</c>, <c>{"reference":"Storage/id"}</c> (with the site before it where it is another than the change's),
/// <c>{"named":"DeviceStream/Video stream 1"}</c>, <c>{"pending":"address"}</c>. Keys are sorted, so equal values are equal bytes.
/// </summary>
public static class ValueJson
{
    private const int MaximumDepth = 16;

    /// <param name="site">The site that references belong to unless they say another.</param>
    public static void Write(Utf8JsonWriter writer, PropertyValue value, string site)
    {
        switch (value)
        {
            case Scalar { Type: ScalarType.Null }:
                writer.WriteNullValue();
                break;
            case Scalar { Type: ScalarType.Boolean } boolean:
                writer.WriteBooleanValue(ReferenceEquals(boolean, Scalar.True) || boolean.Equals(Scalar.True));
                break;
            case Scalar { Type: ScalarType.Number } number:
                writer.WriteRawValue(number.Value);
                break;
            case Scalar text:
                writer.WriteStringValue(text.Value);
                break;
            case ListValue list:
                writer.WriteStartObject();
                writer.WriteStartArray("list");
                foreach (var item in list.Items)
                {
                    Write(writer, item, site);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case GroupValue group:
                writer.WriteStartObject();
                writer.WritePropertyName("group");
                Write(writer, group.Members, site);
                writer.WriteEndObject();
                break;
            case Reference reference:
                WriteTagged(writer, "reference", string.Equals(reference.Target.Site, site, StringComparison.Ordinal) ? $"{reference.Target.Kind}/{reference.Target.Id}" : KeyJson.Format(reference.Target));
                break;
            case NamedReference named:
                WriteTagged(writer, "named", $"{named.Kind}/{named.Name}");
                break;
            case PendingReference pending:
                WriteTagged(writer, "pending", pending.Address);
                break;
            default:
                throw new NotSupportedException($"A value of type {value.GetType().Name} has no JSON form.");
        }
    }

    /// <summary>A bag as an object; its names are sorted already.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyBag bag, string site)
    {
        writer.WriteStartObject();
        foreach (var property in bag)
        {
            writer.WritePropertyName(property.Key);
            Write(writer, property.Value, site);
        }

        writer.WriteEndObject();
    }

    /// <param name="site">The site whose ids the references hold.</param>
    /// <exception cref="JsonException">The element is no value of this format.</exception>
    public static PropertyValue Read(JsonElement element, string site, int depth = 0)
    {
        if (depth > MaximumDepth)
        {
            throw new JsonException($"Values are nested more than {MaximumDepth} deep.");
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return Scalar.Null;
            case JsonValueKind.True:
                return Scalar.True;
            case JsonValueKind.False:
                return Scalar.False;
            case JsonValueKind.String:
                return Scalar.Text(element.GetString()!);
            case JsonValueKind.Number:
                return element.TryGetInt64(out var integer) ? Scalar.Number(integer) : Scalar.Number(element.GetDouble());
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    return ReadTagged(property, site, depth);
                }

                break;
        }

        throw new JsonException($"A JSON {element.ValueKind} is no property value.");
    }

    public static PropertyBag ReadBag(JsonElement element, string site, ShapePool? shapes = null, int depth = 0)
    {
        var builder = new PropertyBagBuilder(shapes);
        foreach (var property in element.EnumerateObject())
        {
            builder.Set(property.Name, Read(property.Value, site, depth + 1));
        }

        return builder.Build();
    }

    private static PropertyValue ReadTagged(JsonProperty property, string site, int depth)
    {
        switch (property.Name)
        {
            case "list":
                return new ListValue(property.Value.EnumerateArray().Select(e => Read(e, site, depth + 1)).ToList());
            case "group":
                return new GroupValue(ReadBag(property.Value, site, null, depth + 1));
            case "pending":
                return new PendingReference(property.Value.GetString()!);
            case "reference":
                return new Reference(ReadReference(property.Value.GetString()!, site));
            case "named":
                var (namedKind, name) = Split(property.Value.GetString()!);
                return new NamedReference(namedKind, name);
            default:
                throw new JsonException($"'{property.Name}' is no kind of property value.");
        }
    }

    /// <summary><c>Kind/id</c> or <c>site/Kind/id</c>. A site may bear a kind's name; an id never does.</summary>
    private static ItemKey ReadReference(string text, string site)
    {
        var parts = text.Split(['/'], 3);
        if (parts.Length == 3 && KeyJson.TryKind(parts[1], out _))
        {
            return KeyJson.Parse(text);
        }

        var (kind, id) = Split(text);
        return new ItemKey(site, kind, id);
    }

    private static (ItemKind Kind, string Id) Split(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && KeyJson.TryKind(text.Substring(0, slash), out var kind)
            ? (kind, text.Substring(slash + 1))
            : throw new JsonException($"'{text}' is no reference of the form Kind/id.");
    }

    private static void WriteTagged(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }
}

using System.Text.Json;

namespace RMF.XProtect.Tasks;

/// <summary>Writes request bodies.</summary>
internal static class JsonBody
{
    /// <summary><c>{}</c>: never an empty body, because HTTP stacks send a request without a body again by themselves when a connection breaks.</summary>
    public static byte[] Empty { get; } = "{}"u8.ToArray();

    /// <summary>An object whose members are written by <paramref name="write"/>.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary><c>"name":{"type":…,"id":…}</c></summary>
    public static void Link(Utf8JsonWriter writer, string name, string type, string id)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", type);
        writer.WriteString("id", id);
        writer.WriteEndObject();
    }
}

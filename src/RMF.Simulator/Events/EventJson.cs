using System.Text;
using System.Text.Json;

namespace RMF.Simulator.Events;

/// <summary>Writes the messages of the events interface.</summary>
internal static class EventJson
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void List(Utf8JsonWriter json, string name, IReadOnlyList<DeviceEvent> events)
    {
        json.WriteStartArray(name);
        foreach (var happened in events)
        {
            happened.Write(json);
        }

        json.WriteEndArray();
    }

    public static string Failure(JsonElement? command, int status, string text) => Of(json =>
    {
        Head(json, command, status);
        json.WriteStartObject("error");
        json.WriteString("errorText", text);
        json.WriteEndObject();
    });

    public static string Success(JsonElement command, int status, Action<Utf8JsonWriter>? more = null) => Of(json =>
    {
        Head(json, command, status);
        more?.Invoke(json);
    });

    private static void Head(Utf8JsonWriter json, JsonElement? command, int status)
    {
        if (command is { } given && given.TryGetProperty("commandId", out var id))
        {
            json.WritePropertyName("commandId");
            id.WriteTo(json);
        }

        json.WriteNumber("status", status);
    }
}

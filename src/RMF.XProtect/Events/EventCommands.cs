using System.Text.Json;

namespace RMF.XProtect.Events;

/// <summary>Commands of the events and state interface, in JSON.</summary>
internal static class EventCommands
{
    public static byte[] StartSession(int id, string session, string lastEvent) => Write("startSession", id, json =>
    {
        json.WriteString("sessionId", session);
        json.WriteString("eventId", lastEvent);
    });

    public static byte[] AddSubscription(int id) => Write("addSubscription", id, json =>
    {
        json.WriteStartArray("filters");
        json.WriteStartObject();
        json.WriteString("modifier", "include");
        List(json, "resourceTypes", EventTypes.Sources.Keys);
        List(json, "sourceIds", ["*"]);
        List(json, "eventTypes", EventTypes.Communication.Keys);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static byte[] GetState(int id) => Write("getState", id, static _ => { });

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static byte[] Write(string command, int id, Action<Utf8JsonWriter> more)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("command", command);
            json.WriteNumber("commandId", id);
            more(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}

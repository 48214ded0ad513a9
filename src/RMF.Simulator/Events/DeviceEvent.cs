using System.Globalization;
using System.Text.Json;

namespace RMF.Simulator.Events;

/// <summary>One event of one object: with its group it is the object's state until the next one of that group.</summary>
internal sealed record DeviceEvent(Guid Id, string Resource, Guid Source, string Type, DateTimeOffset At)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", Id);
        json.WriteString("type", Type);
        json.WriteString("source", $"{Resource}/{Source}");
        json.WriteString("time", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture));
        json.WriteString("stategroupid", EventTypes.CommunicationGroup);
        json.WriteEndObject();
    }
}

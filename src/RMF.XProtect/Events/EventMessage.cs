using System.Globalization;
using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Json;

namespace RMF.XProtect.Events;

/// <summary>One message of the events and state interface.</summary>
/// <param name="CommandId">The command that is answered; null for events.</param>
/// <param name="Status">Status of an answer; 0 for events.</param>
/// <param name="Session">Id of the session, in the answer to its start.</param>
/// <param name="Error">What went wrong, in the server's words.</param>
/// <param name="States">What is told of devices, in the server's order.</param>
/// <param name="LastEvent">Id of the last event; null where there is none.</param>
internal sealed record EventMessage(int? CommandId, int Status, string? Session, string? Error, IReadOnlyList<DeviceState> States, string? LastEvent)
{
    /// <summary>Null where it is no message.</summary>
    public static EventMessage? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var states = new List<DeviceState>();
            string? last = null;
            foreach (var name in new[] { "states", "events" })
            {
                if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                {
                    foreach (var one in list.EnumerateArray())
                    {
                        last = name == "events" ? TextOf(one, "id") ?? last : last;
                        if (Read(one) is { } state)
                        {
                            states.Add(state);
                        }
                    }
                }
            }

            var error = root.TryGetProperty("error", out var failure) ? TextOf(failure, "errorText") : null;
            return new EventMessage(NumberOf(root, "commandId"), NumberOf(root, "status") ?? 0, TextOf(root, "sessionId"), error, states, last);
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return null;
        }
    }

    private static DeviceState? Read(JsonElement json)
    {
        if (TextOf(json, "type") is not { } type || !EventTypes.Communication.TryGetValue(type, out var communication) || TextOf(json, "source") is not { } source)
        {
            return null;
        }

        var slash = source.IndexOf('/');
        if (slash < 0 || !EventTypes.Sources.TryGetValue(source.Substring(0, slash), out var kind))
        {
            return null;
        }

        DateTimeOffset? at = DateTimeOffset.TryParse(TextOf(json, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        return new DeviceState(kind, Ids.Normalise(source.Substring(slash + 1)), communication, at);
    }

    private static string? TextOf(JsonElement json, string name)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? NumberOf(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}

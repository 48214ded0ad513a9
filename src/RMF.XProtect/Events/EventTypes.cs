using RMF.Engine.Ports;

namespace RMF.XProtect.Events;

/// <summary>
/// The events that tell whether a site reaches a device, by XProtect's built-in ids. Recorders have no ids of their own for it; a recorder
/// that sends one of the devices' is taken at its word.
/// </summary>
internal static class EventTypes
{
    public static readonly IReadOnlyDictionary<string, CommunicationState> Communication = new Dictionary<string, CommunicationState>(StringComparer.OrdinalIgnoreCase)
    {
        ["dd3e6464-7dc0-405a-a92f-6150587563e8"] = CommunicationState.Up,
        ["0ee90664-2924-42a0-a816-4129d0ecabdc"] = CommunicationState.Stopped,
        ["a334af1c-4b4b-4957-9e5f-ab8ca07feab6"] = CommunicationState.Failed,
        ["0553c396-5e16-4c22-b3d1-f548e42dfbb4"] = CommunicationState.Up,
        ["63ea1f06-5a83-4f39-9fab-49959fde7b66"] = CommunicationState.Stopped,
        ["6baad64b-c395-4f52-b6a3-dd1b64aa2f0f"] = CommunicationState.Failed,
    };

    public static readonly IReadOnlyDictionary<string, StateSourceKind> Sources = new Dictionary<string, StateSourceKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["cameras"] = StateSourceKind.Camera,
        ["hardware"] = StateSourceKind.Hardware,
        ["recordingServers"] = StateSourceKind.Recorder,
    };
}

namespace RMF.Simulator.Events;

/// <summary>Ids of the events and the state group that tell whether a site reaches its devices.</summary>
internal static class EventTypes
{
    public const string DeviceStarted = "dd3e6464-7dc0-405a-a92f-6150587563e8";
    public const string DeviceStopped = "0ee90664-2924-42a0-a816-4129d0ecabdc";
    public const string DeviceError = "a334af1c-4b4b-4957-9e5f-ab8ca07feab6";
    public const string HardwareStarted = "0553c396-5e16-4c22-b3d1-f548e42dfbb4";
    public const string HardwareStopped = "63ea1f06-5a83-4f39-9fab-49959fde7b66";
    public const string HardwareError = "6baad64b-c395-4f52-b6a3-dd1b64aa2f0f";
    public const string CommunicationGroup = "53b40c77-cf48-42a2-a432-db65ae3afc7a";
}

namespace RMF.Simulator.Worlds.Csv;

/// <summary>The kinds of device that a hardware list may hold.</summary>
internal enum DeviceKind
{
    Camera,
    Microphone,
    Speaker,
    Input,
    Output,
    Metadata,
}

namespace RMF.Simulator;

/// <summary>A kind of device as its driver presents it: how many devices of each kind, which streams and settings. Immutable.</summary>
public sealed record DeviceModel
{
    /// <summary>Model name as the device reports it, unique in a catalogue (case-insensitive).</summary>
    public required string Name { get; init; }

    public required string Vendor { get; init; }

    /// <summary>The driver's number: the same on every recorder of every site, while the driver's id is not.</summary>
    public required int DriverNumber { get; init; }

    public required string DriverName { get; init; }

    public required string DriverGroup { get; init; }

    public required string Firmware { get; init; }

    public int Cameras { get; init; } = 1;

    public int Microphones { get; init; }

    public int Speakers { get; init; }

    public int Inputs { get; init; }

    public int Outputs { get; init; }

    public int Metadata { get; init; }

    /// <summary>True when the cameras can be moved.</summary>
    public bool Ptz { get; init; }

    /// <summary>The streams of each camera, in driver order; at least one where there is a camera.</summary>
    public IReadOnlyList<ModelStream> Streams { get; init; } = [];

    public SettingSet General { get; init; } = SettingSet.Empty;

    public SettingSet PtzSettings { get; init; } = SettingSet.Empty;

    public SettingSet MicrophoneSettings { get; init; } = SettingSet.Empty;

    public SettingSet SpeakerSettings { get; init; } = SettingSet.Empty;

    public SettingSet InputSettings { get; init; } = SettingSet.Empty;

    public SettingSet OutputSettings { get; init; } = SettingSet.Empty;

    public SettingSet MetadataSettings { get; init; } = SettingSet.Empty;

    /// <summary>Settings of the hardware's driver; those that only report (MAC, serial number, firmware) are filled in per device.</summary>
    public SettingSet DriverSettings { get; init; } = SettingSet.Empty;

    public override string ToString() => Name;
}

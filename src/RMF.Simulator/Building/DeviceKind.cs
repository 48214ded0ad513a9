namespace RMF.Simulator.Building;

/// <summary>The six kinds of devices that hang on hardware, with what tells them apart when they are made.</summary>
internal sealed record DeviceKind(
    string Resource,
    string Noun,
    bool EnabledAtFirst,
    bool Records,
    Func<DeviceModel, int> Count,
    Func<DeviceModel, SettingSet> Settings,
    Func<WorldHardware, IReadOnlyList<WorldDevice>> Listed)
{
    public const string Cameras = "cameras";

    public static IReadOnlyList<DeviceKind> All { get; } =
    [
        new(Cameras, "Camera", true, true, m => m.Cameras, m => m.General, h => h.Cameras),
        new("microphones", "Microphone", true, true, m => m.Microphones, m => m.MicrophoneSettings, h => h.Microphones),
        new("speakers", "Speaker", false, true, m => m.Speakers, m => m.SpeakerSettings, h => h.Speakers),
        new("inputEvents", "Input", false, false, m => m.Inputs, m => m.InputSettings, h => h.Inputs),
        new("outputs", "Output", false, false, m => m.Outputs, m => m.OutputSettings, h => h.Outputs),
        new("metadata", "Metadata", false, true, m => m.Metadata, m => m.MetadataSettings, h => h.Metadata),
    ];

    public bool IsCamera => Resource == Cameras;

    /// <summary>The name XProtect gives a new device.</summary>
    public string DefaultName(string hardware, int channel) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hardware} - {Noun} {channel + 1}");
}

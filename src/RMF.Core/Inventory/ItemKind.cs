namespace RMF.Core.Inventory;

/// <summary>
/// What an item is, in XProtect's own words. Each kind has one row in <see cref="Kinds.KindTable"/> and one binding in the adapter.
/// The values are written to state files and plans by name, never by number.
/// </summary>
public enum ItemKind
{
    RecordingServer,
    Storage,
    HardwareDriver,
    Hardware,
    HardwareDriverSettings,
    HardwarePtzSettings,
    Camera,
    Streams,
    Settings,
    DeviceStream,
    MotionDetection,
    Microphone,
    MicrophoneSettings,
    Speaker,
    SpeakerSettings,
    Metadata,
    MetadataSettings,
    InputEvent,
    InputEventSettings,
    Output,
    OutputSettings,
    PtzPresets,
    PatrollingProfiles,
    PrivacyProtection,
    FisheyeLens,
    DeviceEvents,
    ClientSettings,
    CustomProperties,
    CameraGroup,
    MicrophoneGroup,
    SpeakerGroup,
    MetadataGroup,
    InputEventGroup,
    OutputGroup,
    Role,
    CameraPermissions,
    ViewGroup,
    View,
}

namespace RMF.Core.Kinds;

/// <summary>What a switch of the policy's <c>synchronize</c> turns on or off. Each property belongs to one.</summary>
public enum SyncCategory
{
    /// <summary>Identity and server-owned facts: read, shown, never written by a property change.</summary>
    None,

    /// <summary>Set when the object is created or replaced: address, driver, user name.</summary>
    Lifecycle,
    Hardware,
    CameraGeneral,
    CameraRecording,
    Streams,
    StreamSelection,
    Motion,
    MicrophoneGeneral,
    MicrophoneRecording,
    SpeakerGeneral,
    SpeakerRecording,
    MetadataGeneral,
    MetadataRecording,
    InputGeneral,
    OutputGeneral,
    Groups,
    Roles,

    /// <summary>What roles may do with microphones, speakers, metadata, inputs and outputs.</summary>
    RoleDevices,
    Presets,
    Patrolling,
    Privacy,
    HardwareDriver,
    HardwarePtz,
    Fisheye,
    Events,
    ClientSettings,
    CustomProperties,
    Views,

    /// <summary>What views stand in: on when any kind of view is.</summary>
    ViewGroups,
    HighAvailabilityViews,
}

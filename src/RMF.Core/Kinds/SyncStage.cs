namespace RMF.Core.Kinds;

/// <summary>The order in which a plan is carried out. A later stage may refer to what an earlier one made.</summary>
public enum SyncStage
{
    Lifecycle = 10,
    Hardware = 20,
    Device = 30,
    DevicePart = 40,

    /// <summary>Parts that name other parts: patrolling profiles after the presets that they visit.</summary>
    DeviceReference = 45,
    Enable = 50,
    Group = 60,
    Role = 70,
    View = 80,

    /// <summary>What a role may do with a device: both exist by now.</summary>
    Permission = 90,
}

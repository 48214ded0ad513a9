namespace RMF.Policy;

/// <summary>What is kept equal: a master switch by kind, and category switches where a kind has them.</summary>
public sealed record SynchronizePolicy
{
    /// <summary>Hardware, by category.</summary>
    public HardwareSynchronization Hardware { get; init; } = new();

    /// <summary>Cameras, by category.</summary>
    public CameraSynchronization Cameras { get; init; } = new();

    /// <summary>Microphones, by category.</summary>
    public DeviceSynchronization Microphones { get; init; } = new();

    /// <summary>Speakers, by category.</summary>
    public DeviceSynchronization Speakers { get; init; } = new();

    /// <summary>Metadata devices, by category.</summary>
    public DeviceSynchronization Metadata { get; init; } = new();

    /// <summary>Inputs. Default true.</summary>
    public bool Inputs { get; init; } = true;

    /// <summary>Outputs. Default true.</summary>
    public bool Outputs { get; init; } = true;

    /// <summary>Device groups. Default true.</summary>
    public bool Groups { get; init; } = true;

    /// <summary>Roles, by name.</summary>
    public RoleSynchronization Roles { get; init; } = new();

    /// <summary>Views.</summary>
    public ViewSynchronization Views { get; init; } = new();
}

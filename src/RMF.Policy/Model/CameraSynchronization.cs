namespace RMF.Policy;

/// <summary>Which categories of a camera are kept equal. <c>cameras: false</c> in the file switches them all off.</summary>
public sealed record CameraSynchronization
{
    /// <summary>The master switch; when false no category counts. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Name, description, enabled, position and other general properties. Default true.</summary>
    public bool General { get; init; } = true;

    /// <summary>Recording properties and the storage. Default true.</summary>
    public bool Recording { get; init; } = true;

    /// <summary>Stream definitions. Default true.</summary>
    public bool Streams { get; init; } = true;

    /// <summary>Which stream is live default and which is recorded. Default false: the sides may differ.</summary>
    public bool StreamSelection { get; init; }

    /// <summary>Motion detection. Default true.</summary>
    public bool Motion { get; init; } = true;

    /// <summary>PTZ presets. Default true.</summary>
    public bool Presets { get; init; } = true;

    /// <summary>PTZ patrolling profiles. Default true.</summary>
    public bool Patrolling { get; init; } = true;

    /// <summary>Privacy masks. Default true.</summary>
    public bool Privacy { get; init; } = true;

    /// <summary>The fisheye lens: compared and reported, never written. Default false: it costs a request for each camera.</summary>
    public bool Fisheye { get; init; }

    /// <summary>The device's events: compared and reported, never written. Default false: they cost a request for each camera.</summary>
    public bool Events { get; init; }

    /// <summary>Multicast, shortcut and related devices: compared and reported, never written. Default false: they cost a request for each camera.</summary>
    public bool ClientSettings { get; init; }

    /// <summary>Properties that integrations gave the camera: compared and reported, never written. Default false: they cost a request for each camera.</summary>
    public bool CustomProperties { get; init; }
}

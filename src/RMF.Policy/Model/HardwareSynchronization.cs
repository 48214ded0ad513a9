namespace RMF.Policy;

/// <summary>Which categories of a hardware are kept equal. <c>hardware: false</c> in the file switches them all off.</summary>
public sealed record HardwareSynchronization
{
    /// <summary>The master switch; when false no category counts. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Name, description, enabled. Default true.</summary>
    public bool General { get; init; } = true;

    /// <summary>HTTPS switch, port and check of certificates: compared and reported, never written. They are read in any case. Default true.</summary>
    public bool DriverSettings { get; init; } = true;

    /// <summary>PTZ ports: compared and reported, never written. Default false: they cost a request for each hardware.</summary>
    public bool PtzPorts { get; init; }
}

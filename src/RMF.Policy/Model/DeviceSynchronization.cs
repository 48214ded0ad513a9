namespace RMF.Policy;

/// <summary>Which categories of a recorded device that is no camera are kept equal: microphones, speakers, metadata. <c>false</c> in the file switches them all off.</summary>
public sealed record DeviceSynchronization
{
    /// <summary>The master switch; when false no category counts. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Name, description, enabled, position, settings of the driver. Default true.</summary>
    public bool General { get; init; } = true;

    /// <summary>Recording properties and the storage. Default true.</summary>
    public bool Recording { get; init; } = true;
}

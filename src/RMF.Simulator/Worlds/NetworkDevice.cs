namespace RMF.Simulator;

/// <summary>A device that answers at an address, whether a recorder knows it or not. Immutable; <see cref="DeviceNetwork"/> replaces it when it changes.</summary>
public sealed record NetworkDevice
{
    public required Uri Address { get; init; }

    public required DeviceModel Model { get; init; }

    public required string Mac { get; init; }

    public required string SerialNumber { get; init; }

    public required string Firmware { get; init; }

    public string UserName { get; init; } = "root";

    public string Password { get; init; } = "simulated";

    /// <summary>Nothing of the password: records print all they hold.</summary>
    public override string ToString() => $"{Model.Name} at {Address}";
}

namespace RMF.Simulator;

/// <summary>One piece of hardware on a recorder, or on the network only.</summary>
public sealed record WorldHardware
{
    public required string Name { get; init; }

    public required DeviceModel Model { get; init; }

    /// <summary>Where the device answers: http or https, host, port.</summary>
    public required Uri Address { get; init; }

    /// <summary>Twelve hexadecimal digits, upper case.</summary>
    public required string Mac { get; init; }

    /// <summary>Default: the MAC.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Default: the model's.</summary>
    public string? Firmware { get; init; }

    public string Description { get; init; } = "";

    public string UserName { get; init; } = "root";

    /// <summary>The device's password, which the recorder knows too.</summary>
    public string Password { get; init; } = "simulated";

    public bool Enabled { get; init; } = true;

    public IReadOnlyDictionary<string, object> DriverSettings { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    public IReadOnlyList<WorldDevice> Cameras { get; init; } = [];

    public IReadOnlyList<WorldDevice> Microphones { get; init; } = [];

    public IReadOnlyList<WorldDevice> Speakers { get; init; } = [];

    public IReadOnlyList<WorldDevice> Inputs { get; init; } = [];

    public IReadOnlyList<WorldDevice> Outputs { get; init; } = [];

    public IReadOnlyList<WorldDevice> Metadata { get; init; } = [];

    /// <summary>The device behind this hardware, as the network sees it.</summary>
    public NetworkDevice Device => new()
    {
        Address = Address,
        Model = Model,
        Mac = Mac,
        SerialNumber = SerialNumber ?? Mac,
        Firmware = Firmware ?? Model.Firmware,
        UserName = UserName,
        Password = Password,
    };
}

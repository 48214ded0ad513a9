namespace RMF.Simulator.Worlds.Csv;

/// <summary>One device of a hardware list, checked. The password is left out of its text.</summary>
internal sealed record HardwareRow
{
    /// <summary>Line in the file, from 1.</summary>
    public required int Line { get; init; }

    public required DeviceKind Kind { get; init; }

    /// <summary>Null when the file does not say.</summary>
    public string? Name { get; init; }

    /// <summary>As XProtect writes it: <c>http://host/</c>, with the port when it is not the scheme's own.</summary>
    public required Uri Address { get; init; }

    public int Channel { get; init; }

    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Zero when the file does not say.</summary>
    public int DriverNumber { get; init; }

    public string DriverGroup { get; init; } = "";

    public required string RecordingServer { get; init; }

    public bool Enabled { get; init; } = true;

    public string? HardwareName { get; init; }

    public string? StorageName { get; init; }

    /// <summary>As XProtect writes a point: <c>POINT (longitude latitude)</c>; null when the file does not say.</summary>
    public string? GisPoint { get; init; }

    /// <summary>Group paths as the file writes them; see <see cref="GroupTree"/>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public override string ToString() => $"{Kind} {Channel} of {Address} on {RecordingServer}";
}

namespace RMF.Simulator;

/// <summary>One setting that a driver offers: its name as the API spells it, what it may hold and what it holds at first. Immutable.</summary>
public sealed record SettingDefinition
{
    /// <summary>Property name in the API; the driver chose its case.</summary>
    public required string Name { get; init; }

    public required SettingType Type { get; init; }

    /// <summary>Human-readable label.</summary>
    public required string DisplayName { get; init; }

    /// <summary>First value: string, bool, long or double, by <see cref="Type"/>.</summary>
    public required object Default { get; init; }

    /// <summary>Smallest allowed number, both ends included; null means no bound.</summary>
    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Step { get; init; }

    /// <summary>Allowed values of a <see cref="SettingType.Choice"/>; empty for the other types.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>False for what the driver only reports.</summary>
    public bool CanSet { get; init; } = true;

    /// <summary>True: XProtect sets it per device (a stream's reference id), so it has no definition of its own.</summary>
    public bool Hidden { get; init; }
}

namespace RMF.Simulator.Store;

/// <summary>A time as a site stores it; <see cref="NotSet"/> is XProtect's year 1.</summary>
internal sealed record Timestamp(DateTimeOffset Time)
{
    public static Timestamp NotSet { get; } = new(DateTimeOffset.MinValue);
}

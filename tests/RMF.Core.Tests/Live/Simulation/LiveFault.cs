using RMF.Core.Inventory;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>What happens to one recording server, or to all of a side, or to the host, for a while.</summary>
internal sealed record LiveFault(LiveFaultKind Kind, Side Side, int? Recorder, TimeSpan Start, TimeSpan End)
{
    /// <summary>For flapping: the time of one on and off.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    public static LiveFault Random(Random chance, TimeSpan start, int recorders)
    {
        var kind = (LiveFaultKind)chance.Next(Enum.GetValues<LiveFaultKind>().Length);
        var length = kind == LiveFaultKind.HostSleeps ? 1 + (chance.NextDouble() * 20) : 0.1 + (chance.NextDouble() * 30);
        return new LiveFault(kind, (Side)chance.Next(2), chance.Next(3) == 0 ? null : chance.Next(recorders), start, start + TimeSpan.FromSeconds(length))
        {
            // 0.1 to 10 Hz.
            Period = TimeSpan.FromSeconds(Math.Pow(10, (chance.NextDouble() * 2) - 1)),
        };
    }

    public bool Covers(Side side, int recorder, TimeSpan at)
        => at >= Start && at < End && Kind != LiveFaultKind.HostSleeps && (Kind == LiveFaultKind.Blackout || side == Side) && (Kind == LiveFaultKind.Blackout || Recorder is null || recorder == Recorder);

    /// <summary>A flapping server is off in the second half of its period.</summary>
    public bool IsOff(TimeSpan at) => (at - Start).Ticks % Period.Ticks >= Period.Ticks / 2;
}

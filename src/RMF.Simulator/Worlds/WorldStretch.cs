namespace RMF.Simulator;

/// <summary>A stretch of time in a world.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
public readonly record struct WorldStretch(WorldMoment From, WorldMoment To)
{
    internal RecordedSequence At(DateTimeOffset start) => new(From.At(start), To.At(start));
}

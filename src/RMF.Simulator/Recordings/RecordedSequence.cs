namespace RMF.Simulator;

/// <summary>A stretch of time without a gap in what is recorded.</summary>
/// <param name="Begin">Its first instant, by the site's clock.</param>
/// <param name="End">The instant after its last one; after <paramref name="Begin"/>.</param>
public readonly record struct RecordedSequence(DateTimeOffset Begin, DateTimeOffset End)
{
    public bool Touches(DateTimeOffset from, DateTimeOffset to) => Begin <= to && End >= from;
}

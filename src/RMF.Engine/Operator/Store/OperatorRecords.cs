namespace RMF.Engine.Operator;

/// <summary>What is kept between two actions. Immutable.</summary>
/// <param name="Inconsistencies">What a side lacks, oldest first.</param>
/// <param name="Recordings">Recordings that are to go on.</param>
public sealed record OperatorRecords(IReadOnlyList<InconsistencyRecord> Inconsistencies, IReadOnlyList<WatchedRecording> Recordings)
{
    public static OperatorRecords None { get; } = new([], []);
}

namespace RMF.Policy;

/// <summary>What happens when both sides changed the same property since they last agreed.</summary>
public enum ConflictRule
{
    /// <summary>Neither is written; the conflict is reported. The default.</summary>
    Refuse,

    /// <summary>The side that <see cref="RedundancyPolicy.Direction"/> calls the truth wins.</summary>
    SourceWins,

    /// <summary>The side that would be written keeps its value.</summary>
    TargetWins,
}

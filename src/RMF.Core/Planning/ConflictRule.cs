namespace RMF.Core.Planning;

/// <summary>What happens to a value that both sides changed differently since they agreed.</summary>
public enum ConflictRule
{
    /// <summary>Nothing is written; the plan shows all three values. The default.</summary>
    Refuse,
    SourceWins,
    TargetWins,
}

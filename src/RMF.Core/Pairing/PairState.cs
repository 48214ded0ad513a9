namespace RMF.Core.Pairing;

/// <summary>Where an item stands towards the other side. Source and target follow the policy's direction.</summary>
public enum PairState
{
    Paired,

    /// <summary>The source has it and the target has not.</summary>
    MissingOnTarget,

    /// <summary>The target has it and the source has not.</summary>
    OrphanOnTarget,

    /// <summary>Several fit and nothing tells them apart; nothing is done.</summary>
    Ambiguous,

    /// <summary>The pair holds, but it is another device now: MAC, driver or address changed.</summary>
    Replaced,

    /// <summary>The pair holds, but the two hang on recording servers that are not linked: one of them was moved.</summary>
    Moved,

    /// <summary>It was deleted on the source while the target could not be reached.</summary>
    Tombstoned,
}

namespace RMF.Engine.Publishing;

/// <summary>What publishing came to at one site.</summary>
public enum PublishStatus
{
    /// <summary>It was written and read back.</summary>
    Written,

    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>It could not be written; the next publishing writes it.</summary>
    Failed,
}

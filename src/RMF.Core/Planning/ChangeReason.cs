namespace RMF.Core.Planning;

/// <summary>Why a change is in the plan. A closed list; plans hold the name.</summary>
public enum ChangeReason
{
    /// <summary>The values differ and nothing is remembered: the source's is written.</summary>
    FirstSight,

    /// <summary>The source changed since both sides agreed.</summary>
    SourceChanged,

    /// <summary>The target was changed behind RMF's back; it is put right and listed as drift.</summary>
    TargetDrifted,

    /// <summary>Both changed, differently; the policy says that the source wins.</summary>
    ConflictSourceWins,

    /// <summary>Both changed, differently, and the policy refuses to choose.</summary>
    ConflictRefused,

    /// <summary>The target does not have it.</summary>
    MissingOnTarget,

    /// <summary>A pair that RMF did not make; it is remembered from now on.</summary>
    PairFound,

    /// <summary>The target's server or driver does not have the setting, or does not take the value.</summary>
    NotSupportedByTarget,

    /// <summary>A reference points at something that has no counterpart on the target.</summary>
    NoCounterpart,

    /// <summary>It stood on one side alone when the pair was first seen, so that both sides never agreed on it: it is left as it is.</summary>
    NeverAgreed,

    /// <summary>The device behind the pair is another one now.</summary>
    DeviceReplaced,

    /// <summary>The source's device hangs on another recording server now.</summary>
    DeviceMoved,

    /// <summary>The source's device was deleted.</summary>
    SourceDeleted,

    /// <summary>Several candidates fit.</summary>
    Ambiguous,
}

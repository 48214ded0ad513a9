namespace RMF.Core.Planning;

/// <summary>What a change does. Only Create, Update, Delete, Move and Replace write to a site.</summary>
public enum ChangeAction
{
    None,
    Create,
    Update,
    Delete,
    Move,
    Replace,

    /// <summary>Remembers a pair that was found; writes nothing to a site.</summary>
    Adopt,

    /// <summary>Forgets a pair that is gone; writes nothing to a site.</summary>
    Forget,

    /// <summary>Shown, not written.</summary>
    Conflict,

    /// <summary>Shown, not written.</summary>
    Unsupported,
}

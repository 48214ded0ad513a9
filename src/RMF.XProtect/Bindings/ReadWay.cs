namespace RMF.XProtect.Bindings;

/// <summary>How the items of a kind are read in a snapshot.</summary>
internal enum ReadWay
{
    /// <summary>A global collection, page by page.</summary>
    Bulk,

    /// <summary>Embedded in its owner's global collection by includeChildren.</summary>
    Included,

    /// <summary>One collection for each owner.</summary>
    PerOwner,

    /// <summary>One object for each owner, with the owner's id.</summary>
    PerItem,

    /// <summary>Comes with another kind; no request of its own.</summary>
    Derived,

    /// <summary>A global collection of groups in groups, with members.</summary>
    Groups,

    /// <summary>A global collection of roles, with members and overall permissions.</summary>
    Roles,
}

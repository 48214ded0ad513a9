namespace RMF.Core.Inventory;

/// <summary>How much of a part of a site was seen.</summary>
public enum PartState
{
    /// <summary>Everything was read: what is not there does not exist.</summary>
    Whole,

    /// <summary>Some was read: what is not there is unknown.</summary>
    Partial,

    /// <summary>Nothing was read, on purpose (a switch is off, or the depth is Fast): all is unknown.</summary>
    NotRead,
}

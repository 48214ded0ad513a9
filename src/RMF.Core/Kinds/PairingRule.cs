namespace RMF.Core.Kinds;

/// <summary>How the items of a kind find their counterpart on the other side.</summary>
public enum PairingRule
{
    /// <summary>By the policy's links.</summary>
    Link,

    /// <summary>By MAC address when both sides know it, else by address and port.</summary>
    Device,

    /// <summary>By the pair of the parent and the channel.</summary>
    Channel,

    /// <summary>One per parent: paired as the parent is.</summary>
    AsParent,

    /// <summary>By name among the children of a pair.</summary>
    NameInParent,

    /// <summary>By the driver's number.</summary>
    Number,

    /// <summary>By path from the root.</summary>
    Path,
}

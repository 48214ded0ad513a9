namespace RMF.Core.Kinds;

/// <summary>The shape of a property as its descriptor declares it.</summary>
public enum PropertyType
{
    Text,
    Boolean,
    Number,

    /// <summary>One of a few words; case does not matter.</summary>
    Choice,

    /// <summary>A position such as <c>POINT (12.37 55.65)</c> or <c>POINT EMPTY</c>.</summary>
    GisPoint,

    /// <summary>Points at another item.</summary>
    Reference,

    /// <summary>Members named by the driver and described by the item's definitions; types are the driver's.</summary>
    OpenGroup,

    /// <summary>Groups told apart by a key member; merged entry by entry.</summary>
    KeyedList,

    /// <summary>A list without identity: one value as a whole.</summary>
    PlainList,
}

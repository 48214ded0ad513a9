namespace RMF.XProtect.Live;

/// <summary>What a recorder's image server sent.</summary>
internal enum WireMessageKind
{
    /// <summary>Not whole yet.</summary>
    Incomplete,

    /// <summary>An answer or a message, in XML.</summary>
    Markup,

    /// <summary>A frame.</summary>
    Frame,

    /// <summary>Nothing that an image server sends; there is no way to find the next message.</summary>
    Garbage,
}

namespace RMF.XProtect.Bindings;

/// <summary>How changed properties are written.</summary>
internal enum WriteWay
{
    /// <summary>The API has no update.</summary>
    None,

    /// <summary>PATCH of the changed properties; a property that is an array goes whole.</summary>
    Patch,

    /// <summary>PATCH of the whole list of streams; entries come and go by task.</summary>
    StreamList,
}

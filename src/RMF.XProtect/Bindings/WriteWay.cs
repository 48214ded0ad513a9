namespace RMF.XProtect.Bindings;

/// <summary>How changed properties are written.</summary>
internal enum WriteWay
{
    /// <summary>The API has no update.</summary>
    None,

    /// <summary>PATCH of the changed properties; a property that is an array goes whole.</summary>
    Patch,

    /// <summary>Presets come and go one by one and have no update: see <see cref="Writing.PresetWriting"/>.</summary>
    Presets,

    /// <summary>Profiles are objects of their own with entries that come and go by task: see <see cref="Writing.PatrollingWriting"/>.</summary>
    Patrolling,

    /// <summary>PATCH of the whole list of streams; entries come and go by task.</summary>
    StreamList,
}

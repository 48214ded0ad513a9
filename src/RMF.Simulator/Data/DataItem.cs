namespace RMF.Simulator;

/// <summary>An object of a site as <see cref="SiteData"/> names it: a picture of one moment.</summary>
/// <param name="Resource">Its resource: cameras, hardware, ...</param>
/// <param name="Id">Its id. Streams, settings, motion and the like have their device's.</param>
/// <param name="Name">Its name; that of its device where it has none.</param>
/// <param name="ParentResource">Resource of what it hangs on; null for a site.</param>
/// <param name="ParentId">Id of what it hangs on; null for a site.</param>
public sealed record DataItem(string Resource, Guid Id, string Name, string? ParentResource, Guid? ParentId);

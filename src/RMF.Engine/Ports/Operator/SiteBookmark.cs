namespace RMF.Engine.Ports;

/// <summary>A bookmark of one site.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="CameraId">Its device's id there.</param>
/// <param name="Content">What it says.</param>
public sealed record SiteBookmark(string Id, string CameraId, BookmarkContent Content);

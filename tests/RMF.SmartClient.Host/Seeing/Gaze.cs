using System.Windows;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Host.Seeing;

/// <summary>Where to look on the screen for a tile's picture, and the pictures that its viewers hold, the one drawn last at the end.</summary>
internal sealed record Gaze(Int32Rect Area, IReadOnlyList<byte[]> Pictures)
{
    /// <summary>Null where the tile has no viewer that is seen. Called on the user interface's thread.</summary>
    public static Gaze? At(FrameworkElement tile)
    {
        var viewers = Eyes.Below<ImageViewerWpfControl>(tile).Where(v => v.IsVisible && v.ActualWidth > 0).ToList();
        return viewers.Count == 0 ? null : new(Screen.AreaOf(viewers[^1]), [.. viewers.Select(v => v.Viewer.Shown).OfType<byte[]>()]);
    }
}

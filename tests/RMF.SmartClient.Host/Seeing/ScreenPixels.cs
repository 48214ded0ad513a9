using System.Windows;

namespace RMF.SmartClient.Host.Seeing;

/// <summary>The pixels of a part of the screen at one moment. Immutable.</summary>
internal sealed class ScreenPixels
{
    private const int BytesPerPixel = 4;
    private readonly Int32Rect area;
    private readonly byte[] pixels;

    public ScreenPixels(Int32Rect area)
    {
        this.area = area;
        pixels = new byte[area.Width * area.Height * BytesPerPixel];
        Screen.Capture(area).CopyPixels(pixels, area.Width * BytesPerPixel, 0);
    }

    /// <summary>The green of a pixel by its place on the screen; that at the edge for one outside.</summary>
    public byte GreenAt(int x, int y) =>
        pixels[(((Math.Clamp(y - area.Y, 0, area.Height - 1) * area.Width) + Math.Clamp(x - area.X, 0, area.Width - 1)) * BytesPerPixel) + 1];
}

using System.IO;
using System.Windows;
using System.Windows.Interop;
using System.Windows.Media;
using System.Windows.Media.Imaging;
using RMF.SmartClient.Host.Input;

namespace RMF.SmartClient.Host.Seeing;

/// <summary>What is on the screen, as pixels.</summary>
internal static class Screen
{
    public static BitmapSource Capture(Int32Rect area)
    {
        var screen = NativeMethods.GetDC(0);
        var memory = NativeMethods.CreateCompatibleDC(screen);
        var bitmap = NativeMethods.CreateCompatibleBitmap(screen, area.Width, area.Height);
        var before = NativeMethods.SelectObject(memory, bitmap);
        try
        {
            if (!NativeMethods.BitBlt(memory, 0, 0, area.Width, area.Height, screen, area.X, area.Y, NativeMethods.CopyPixels))
            {
                throw new InvalidOperationException("Windows gave no picture of the screen.");
            }

            NativeMethods.SelectObject(memory, before);
            var source = Imaging.CreateBitmapSourceFromHBitmap(bitmap, 0, Int32Rect.Empty, BitmapSizeOptions.FromEmptyOptions());
            var plain = new FormatConvertedBitmap(source, PixelFormats.Bgr32, null, 0);
            plain.Freeze();
            return plain;
        }
        finally
        {
            NativeMethods.DeleteObject(bitmap);
            NativeMethods.DeleteDC(memory);
            _ = NativeMethods.ReleaseDC(0, screen);
        }
    }

    /// <summary>Where an element is on the screen, in its pixels.</summary>
    public static Int32Rect AreaOf(FrameworkElement element)
    {
        var one = element.PointToScreen(new Point(0, 0));
        var other = element.PointToScreen(new Point(element.ActualWidth, element.ActualHeight));
        return new((int)Math.Round(one.X), (int)Math.Round(one.Y), Math.Max(1, (int)Math.Round(other.X - one.X)), Math.Max(1, (int)Math.Round(other.Y - one.Y)));
    }

    public static Int32Rect Whole => new(0, 0, NativeMethods.GetSystemMetrics(NativeMethods.ScreenWidth), NativeMethods.GetSystemMetrics(NativeMethods.ScreenHeight));

    public static void Save(BitmapSource picture, string file)
    {
        var encoder = new PngBitmapEncoder();
        encoder.Frames.Add(BitmapFrame.Create(picture));
        using var stream = File.Create(file);
        encoder.Save(stream);
    }
}

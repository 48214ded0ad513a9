#nullable enable
using System.IO;
using System.Windows.Media.Imaging;

namespace VideoOS.Platform.Fake;

/// <summary>A decoded picture and the file that it came from.</summary>
internal sealed class FakePicture(byte[] jpeg, BitmapSource bitmap, DateTime time)
{
    public byte[] Jpeg { get; } = jpeg;

    public BitmapSource Bitmap { get; } = bitmap;

    public DateTime Time { get; } = time;

    /// <summary>Null where the bytes are no picture. May be called on any thread.</summary>
    public static FakePicture? Decode(byte[] jpeg, DateTime time)
    {
        try
        {
            var decoder = new JpegBitmapDecoder(new MemoryStream(jpeg), BitmapCreateOptions.PreservePixelFormat, BitmapCacheOption.OnLoad);
            var frame = decoder.Frames[0];
            frame.Freeze();
            return new(jpeg, frame, time);
        }
        catch (Exception exception) when (exception is NotSupportedException or FileFormatException or System.Runtime.InteropServices.COMException or ArgumentException)
        {
            return null;
        }
    }
}

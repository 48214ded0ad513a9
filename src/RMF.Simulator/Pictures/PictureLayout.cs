namespace RMF.Simulator.Pictures;

/// <summary>Where what stands in a picture. A block of eight by eight pixels is one dot of a letter.</summary>
internal static class PictureLayout
{
    public const int BlockPixels = 8;
    public const int Columns = 128;
    public const int Rows = 48;

    /// <summary>Site, side, camera, number of the frame, time.</summary>
    public const int Lines = 5;

    public const int Left = 2;
    public const int Top = 2;
    public const int LinePitch = 9;
    public const int LetterPitch = PixelFont.Columns + 1;
    public const int LettersPerLine = (Columns - Left - Left) / LetterPitch;

    public const string FramePrefix = "FRAME ";
    public const string TimeFormat = "yyyy-MM-dd HH:mm:ss.fff'Z'";

    /// <summary>Writes a time in <see cref="TimeFormat"/> and returns its length; by hand, because the runtime's way takes memory each time.</summary>
    public static int Time(DateTime time, Span<char> text)
    {
        var at = 0;
        foreach (var (value, digits, then) in (ReadOnlySpan<(int, int, char)>)
            [(time.Year, 4, '-'), (time.Month, 2, '-'), (time.Day, 2, ' '), (time.Hour, 2, ':'), (time.Minute, 2, ':'), (time.Second, 2, '.'), (time.Millisecond, 3, 'Z')])
        {
            var left = value;
            for (var i = digits - 1; i >= 0; i--)
            {
                text[at + i] = (char)('0' + (left % 10));
                left /= 10;
            }

            at += digits;
            text[at++] = then;
        }

        return at;
    }
}

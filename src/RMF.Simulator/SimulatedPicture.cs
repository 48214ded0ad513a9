using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RMF.Simulator.Pictures;

namespace RMF.Simulator;

/// <summary>
/// What a simulated camera's picture says of itself, read back from its pixels. Names are as the picture shows them: in capitals, cut after
/// 31 letters, with question marks for letters that the font lacks.
/// </summary>
/// <param name="Site">Name of the site that served it.</param>
/// <param name="Side">Side of that site in its world; "-" where it has none.</param>
/// <param name="Camera">Name of the camera.</param>
/// <param name="Frame">Number of the frame: the same for all who look at the camera at that time.</param>
/// <param name="Time">The site's time when it was taken, to the millisecond.</param>
public sealed record SimulatedPicture(string Site, string Side, string Camera, long Frame, DateTimeOffset Time)
{
    /// <summary>False where it is no picture of a simulated camera, or a damaged one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> jpeg, [NotNullWhen(true)] out SimulatedPicture? picture)
    {
        picture = null;
        return BlockReader.Read(jpeg) is ({ Length: PictureLayout.Columns * PictureLayout.Rows } dots, PictureLayout.Columns) && TryRead(dots, out picture);
    }

    /// <summary>Reads the picture from its dots, row by row; above zero = white.</summary>
    internal static bool TryRead(int[] dots, [NotNullWhen(true)] out SimulatedPicture? picture)
    {
        picture = null;
        var lines = new string?[PictureLayout.Lines];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(dots, PictureLayout.Top + (i * PictureLayout.LinePitch));
        }

        if (lines is not [{ } site, { } side, { } camera, { } frame, { } time]
            || !frame.StartsWith(PictureLayout.FramePrefix, StringComparison.Ordinal)
            || !long.TryParse(frame.AsSpan(PictureLayout.FramePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !DateTimeOffset.TryParseExact(time, PictureLayout.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken))
        {
            return false;
        }

        picture = new SimulatedPicture(site, side, camera, number, taken);
        return true;
    }

    private static string? Line(int[] dots, int top)
    {
        Span<char> text = stackalloc char[PictureLayout.LettersPerLine];
        for (var i = 0; i < text.Length; i++)
        {
            var seen = 0;
            for (var row = 0; row < PixelFont.Rows; row++)
            {
                for (var column = 0; column < PixelFont.Columns; column++)
                {
                    var value = dots[((top + row) * PictureLayout.Columns) + PictureLayout.Left + (i * PictureLayout.LetterPitch) + column];
                    seen = (seen << 1) | (value > 0 ? 1 : 0);
                }
            }

            if (PixelFont.Find(seen) is not { } letter)
            {
                return null;
            }

            text[i] = letter;
        }

        return text.TrimEnd().ToString();
    }
}

namespace RMF.Engine.Playback.Export.Avi;

/// <summary>Reads the size of a JPEG picture from its frame header (ITU-T T.81, B.2.2).</summary>
internal static class JpegSize
{
    /// <summary>False where it is no JPEG file, or one that is cut off before its size.</summary>
    public static bool TryRead(ReadOnlySpan<byte> jpeg, out int width, out int height)
    {
        width = height = 0;
        if (jpeg.Length < 4 || jpeg[0] != 0xFF || jpeg[1] != 0xD8)
        {
            return false;
        }

        // Each round passes at least one byte, so the file's length bounds it.
        for (var i = 2; i + 8 < jpeg.Length;)
        {
            if (jpeg[i] != 0xFF)
            {
                return false;
            }

            var marker = jpeg[i + 1];
            if (marker == 0xFF)
            {
                i++;
            }
            else if (IsFrame(marker))
            {
                height = (jpeg[i + 5] << 8) | jpeg[i + 6];
                width = (jpeg[i + 7] << 8) | jpeg[i + 8];
                return width > 0 && height > 0;
            }
            else if (marker is 0xD9 or 0xDA)
            {
                return false;
            }
            else
            {
                var length = (jpeg[i + 2] << 8) | jpeg[i + 3];
                if (length < 2)
                {
                    return false;
                }

                i += 2 + length;
            }
        }

        return false;
    }

    // SOF0 to SOF15 without the three markers between them that are none.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}

#nullable enable
namespace VideoOS.Platform.Fake;

/// <summary>Reads a JPEG's size from its frame header.</summary>
internal static class FakeJpegSize
{
    public static (int Width, int Height) Of(byte[] jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            var marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ((jpeg[at + 7] << 8) | jpeg[at + 8], (jpeg[at + 5] << 8) | jpeg[at + 6]);
            }

            at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
        }

        return (0, 0);
    }
}

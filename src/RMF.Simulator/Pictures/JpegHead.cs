namespace RMF.Simulator.Pictures;

/// <summary>
/// Everything of the file before the picture's bits. Gray, baseline; each block has one value (DC) and nothing else, so the tables hold
/// only what is used: no change, a change between black and white, and the first block's start. Codes and tables as in ITU-T T.81.
/// </summary>
internal static class JpegHead
{
    /// <summary>Black is -4 and white 4 times this step of 255: the two ends of the gray scale.</summary>
    private const byte DcStep = 255;

    private const byte SameAsBefore = 0;
    private const byte BlackToWhite = 4;
    private const byte FirstIsBlack = 3;

    public static byte[] Bytes { get; } =
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xDB, 0, 67, 0, DcStep, .. Enumerable.Repeat((byte)1, 63),
        0xFF, 0xC0, 0, 11, 8, High(PictureLayout.Rows), Low(PictureLayout.Rows), High(PictureLayout.Columns), Low(PictureLayout.Columns), 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 22, 0x00, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, SameAsBefore, BlackToWhite, FirstIsBlack,
        0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00,
        0xFF, 0xDA, 0, 8, 1, 1, 0x00, 0, 63, 0,
    ];

    private static byte High(int blocks) => (byte)((blocks * PictureLayout.BlockPixels) >> 8);

    private static byte Low(int blocks) => (byte)(blocks * PictureLayout.BlockPixels);
}

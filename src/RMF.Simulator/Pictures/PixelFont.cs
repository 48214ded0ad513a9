namespace RMF.Simulator.Pictures;

/// <summary>Letters of three by five dots, one bit a dot, from the top left. No two are alike, so that a picture can be read back.</summary>
internal static class PixelFont
{
    public const int Columns = 3;
    public const int Rows = 5;

    private const string Letters = " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-./_()#+,'?&";

    private static readonly ushort[] Dots =
    [
        0x0000, 0x2BED, 0x6BAE, 0x3923, 0x6B6E, 0x79A7, 0x79A4, 0x396B,
        0x5BED, 0x7497, 0x126A, 0x5BAD, 0x4927, 0x5FED, 0x7B6D, 0x2B6A,
        0x6BA4, 0x2B7B, 0x6BB5, 0x388E, 0x7492, 0x5B6F, 0x5B6A, 0x5BFD,
        0x5AAD, 0x5A92, 0x72A7, 0x7B6F, 0x2C97, 0x62A7, 0x628E, 0x5BC9,
        0x798E, 0x39AA, 0x7252, 0x2AAA, 0x2ACE, 0x0410, 0x01C0, 0x0002,
        0x12A4, 0x0007, 0x1491, 0x4494, 0x5F7D, 0x05D0, 0x0014, 0x2400,
        0x6282, 0x2AAB,
    ];

    /// <summary>Place of a letter, small ones as capitals and unknown ones as a question mark.</summary>
    public static int IndexOf(char letter)
    {
        var at = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
        return at >= 0 ? at : Letters.IndexOf('?', StringComparison.Ordinal);
    }

    /// <summary>One row of a letter as three bits.</summary>
    public static int Row(int letter, int row) => (Dots[letter] >> ((Rows - 1 - row) * Columns)) & 0b111;

    /// <summary>The letter that these fifteen dots are; null where they are none.</summary>
    public static char? Find(int dots) => Array.IndexOf(Dots, (ushort)dots) is >= 0 and var at ? Letters[at] : null;
}

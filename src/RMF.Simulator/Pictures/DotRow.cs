namespace RMF.Simulator.Pictures;

/// <summary>One row of dots of a picture: bit 63 of <see cref="Left"/> is the first.</summary>
internal readonly record struct DotRow(ulong Left, ulong Right)
{
    private const int Half = 64;

    /// <summary>The row with three dots set at a column.</summary>
    public DotRow With(int column, int dots)
    {
        var (left, right) = (Left, Right);
        for (var i = 0; i < PixelFont.Columns; i++)
        {
            if ((dots & (1 << (PixelFont.Columns - 1 - i))) == 0)
            {
                continue;
            }

            var at = column + i;
            if (at < Half)
            {
                left |= 1UL << (Half - 1 - at);
            }
            else
            {
                right |= 1UL << (Half + Half - 1 - at);
            }
        }

        return new DotRow(left, right);
    }

    /// <summary>Draws one line of text into its five rows.</summary>
    public static void Draw(ReadOnlySpan<char> text, Span<DotRow> rows)
    {
        rows.Clear();
        for (var i = 0; i < Math.Min(text.Length, PictureLayout.LettersPerLine); i++)
        {
            var letter = PixelFont.IndexOf(text[i]);
            for (var row = 0; row < PixelFont.Rows; row++)
            {
                rows[row] = rows[row].With(PictureLayout.Left + (i * PictureLayout.LetterPitch), PixelFont.Row(letter, row));
            }
        }
    }
}

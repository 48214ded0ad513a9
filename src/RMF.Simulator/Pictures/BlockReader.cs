using System.Buffers.Binary;

namespace RMF.Simulator.Pictures;

/// <summary>Reads the one gray value of each block of a baseline JPEG, by the tables that the file brings along.</summary>
internal ref struct BlockReader
{
    private const int MaxCodeBits = 16;
    private const int Coefficients = 64;

    private readonly ReadOnlySpan<byte> data;
    private HuffmanTable? dc;
    private HuffmanTable? ac;
    private int at;
    private uint bits;
    private int held;

    private BlockReader(ReadOnlySpan<byte> jpeg) => data = jpeg;

    /// <summary>The values, row by row, and how many a row has; null where it is no such picture.</summary>
    public static (int[] Values, int Columns)? Read(ReadOnlySpan<byte> jpeg)
    {
        var reader = new BlockReader(jpeg);
        return reader.Head() is { } size && reader.Blocks(size.Columns * size.Rows) is { } values ? (values, size.Columns) : null;
    }

    private (int Columns, int Rows)? Head()
    {
        if (data.Length < 4 || data[0] != 0xFF || data[1] != 0xD8)
        {
            return null;
        }

        (int, int)? size = null;
        for (at = 2; at + 4 <= data.Length && data[at] == 0xFF;)
        {
            var marker = data[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            if (length < 2 || at + 2 + length > data.Length)
            {
                return null;
            }

            var segment = data.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xC0 when segment.Length == 9 && segment[0] == 8 && segment[5] == 1:
                    size = (Blocks(segment[3..]), Blocks(segment[1..]));
                    break;
                case 0xC4:
                    var table = HuffmanTable.Read(segment);
                    (dc, ac) = segment[0] >> 4 == 0 ? (table, ac) : (dc, table);
                    break;
                case 0xDA:
                    return dc is not null && ac is not null ? size : null;
            }
        }

        return null;
    }

    private static int Blocks(ReadOnlySpan<byte> pixels) => (BinaryPrimitives.ReadUInt16BigEndian(pixels) + PictureLayout.BlockPixels - 1) / PictureLayout.BlockPixels;

    private int[]? Blocks(int count)
    {
        var values = new int[count];
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            if (Symbol(dc!) is not (>= 0 and <= 11 and var size) || Bits(size) is not (>= 0 and var change))
            {
                return null;
            }

            value += size > 0 && change < 1 << (size - 1) ? change - (1 << size) + 1 : change;
            values[i] = value;
            for (var k = 1; k < Coefficients; k++)
            {
                var symbol = Symbol(ac!);
                if (symbol < 0 || Bits(symbol & 0xF) < 0)
                {
                    return null;
                }

                if (symbol == 0)
                {
                    break;
                }

                k += symbol >> 4;
            }
        }

        return values;
    }

    private int Symbol(HuffmanTable table)
    {
        var code = 0;
        for (var length = 1; length <= MaxCodeBits; length++)
        {
            var bit = Bits(1);
            if (bit < 0)
            {
                return -1;
            }

            code = (code << 1) | bit;
            if (table.Find(code, length) is >= 0 and var symbol)
            {
                return symbol;
            }
        }

        return -1;
    }

    /// <summary>The next bits as a number; -1 where the data ends before.</summary>
    private int Bits(int count)
    {
        while (held < count)
        {
            if (at >= data.Length || (data[at] == 0xFF && (at + 1 >= data.Length || data[at + 1] != 0)))
            {
                return -1;
            }

            bits = (bits << 8) | data[at];
            at += data[at] == 0xFF ? 2 : 1;
            held += 8;
        }

        held -= count;
        return (int)((bits >> held) & ((1u << count) - 1));
    }
}

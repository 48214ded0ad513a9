namespace RMF.Simulator.Pictures;

/// <summary>The codes of a JPEG's Huffman table: of each length they run on from the last shorter one's.</summary>
internal sealed class HuffmanTable
{
    private const int MaxCodeBits = 16;

    private readonly Dictionary<(int Code, int Length), int> symbols = [];

    /// <summary>The first table of a DHT segment; null where it is cut short.</summary>
    public static HuffmanTable? Read(ReadOnlySpan<byte> segment)
    {
        var table = new HuffmanTable();
        var next = 1 + MaxCodeBits;
        var code = 0;
        for (var length = 1; length <= MaxCodeBits; length++)
        {
            if (segment.Length < next + segment[length])
            {
                return null;
            }

            for (var i = 0; i < segment[length]; i++)
            {
                table.symbols[(code++, length)] = segment[next++];
            }

            code <<= 1;
        }

        return table;
    }

    /// <summary>-1 where no code of this length is that.</summary>
    public int Find(int code, int length) => symbols.TryGetValue((code, length), out var symbol) ? symbol : -1;
}

namespace RMF.SmartClient.Model.Tiles;

/// <summary>A number from 0 up to 1 for each text, spread evenly: tiles of one client and clients of one camera get different ones, and always the same.</summary>
internal static class Spread
{
    // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static double Of(string text)
    {
        var hash = Basis;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        // The last letters reach the low bits alone; mix them into the high ones.
        hash ^= hash >> 15;
        hash = unchecked(hash * 0x2c1b3c6d);
        hash ^= hash >> 12;
        return hash / (uint.MaxValue + 1.0);
    }
}

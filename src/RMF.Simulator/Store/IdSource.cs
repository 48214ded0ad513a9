using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RMF.Simulator.Store;

/// <summary>Ids from (seed, site, path): the same world has the same ids on every machine and in every run.</summary>
/// <param name="seed">The world's, or the site's own.</param>
/// <param name="site">The site's name.</param>
/// <param name="next">Makes the ids of what requests make; null = the seed does.</param>
internal sealed class IdSource(int seed, string site, Func<Guid>? next = null)
{
    private const int GuidBytes = 16;
    private long made;

    public Guid Of(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{site}\n{path}"), hash);
        var id = hash[..GuidBytes];
        id[6] = (byte)((id[6] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>The next id for something that a request makes.</summary>
    public Guid Next() => next?.Invoke() ?? Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"made/{Interlocked.Increment(ref made)}"));

    /// <summary>A seed for a random source of its own, so that one part's draws do not shift another's.</summary>
    public int SeedFor(string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{site}\nseed/{part}"), hash);
        return BinaryPrimitives.ReadInt32LittleEndian(hash);
    }
}

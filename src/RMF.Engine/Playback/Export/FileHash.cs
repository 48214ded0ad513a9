using System.Security.Cryptography;
using RMF.Engine.Json;

namespace RMF.Engine.Playback.Export;

/// <summary>SHA-256 of files, lower-case hexadecimal.</summary>
internal static class FileHash
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using var sha = SHA256.Create();
        return CanonicalJson.Hex(sha.ComputeHash(stream));
    }
}

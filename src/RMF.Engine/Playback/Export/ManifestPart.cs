namespace RMF.Engine.Playback.Export;

/// <summary>A file of an export.</summary>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record ManifestPart(string File, long Bytes, string Sha256)
{
    /// <summary>Of its pictures, in pixels; 0 = it is a table of times.</summary>
    public int Width { get; init; }

    /// <summary>Of its pictures, in pixels; 0 = it is a table of times.</summary>
    public int Height { get; init; }

    /// <summary>Pictures in it, or lines of the table without its head.</summary>
    public int Frames { get; init; }

    /// <summary>The constant time from picture to picture that a player shows; the table of times has the real ones.</summary>
    public TimeSpan Interval { get; init; }

    public bool IsVideo => Width > 0;
}

namespace RMF.XProtect.Live;

/// <summary>Sizes that a server cannot exceed, and counts.</summary>
internal static class LiveLimits
{
    /// <summary>Bytes of one frame. A JPEG of 8K at best quality is about 10 MB.</summary>
    public const int FrameBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of the lines before a frame.</summary>
    public const int HeadBytes = 4 * 1024;

    /// <summary>Bytes of an answer or a message.</summary>
    public const int MessageBytes = 64 * 1024;

    /// <summary>Bytes of a stream's buffer at the beginning; it grows with the frames.</summary>
    public const int FirstBytes = 32 * 1024;

    /// <summary>Attempts to reach a recorder before pictures come through the management server instead.</summary>
    public const int AttemptsBeforeFallback = 3;
}

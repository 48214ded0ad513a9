namespace RMF.XProtect.Playback;

/// <summary>Sizes and counts of what is asked of recordings.</summary>
internal static class PlaybackLimits
{
    /// <summary>Sequences asked for at once.</summary>
    public const int PageSize = 1000;

    /// <summary>Parts of one answer: a million sequences are no recording but a broken server.</summary>
    public const int MaxPages = 1000;

    /// <summary>Messages of a recorder that are passed over while its answer is waited for.</summary>
    public const int MaxMessages = 1000;

    /// <summary>Largest size of a picture that is asked for; a smaller one comes as it is.</summary>
    public const int PictureWidth = 1920;

    public const int PictureHeight = 1080;

    /// <summary>Longest span that is asked for at once; the server writes days with three digits.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(999);

    /// <summary>How far back the sequence is looked for that goes on at the beginning of a range.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(365);

    /// <summary>Longest wait for a camera to give what it has stored.</summary>
    public static readonly TimeSpan EdgeTimeout = TimeSpan.FromHours(2);
}

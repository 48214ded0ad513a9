namespace RMF.Engine.Playback.Export;

/// <summary>How an export is carried out.</summary>
public sealed record ExportOptions
{
    /// <summary>The most resolutions that one export may have. A camera has a handful; more is a broken answer.</summary>
    public const int MostResolutions = 16;

    /// <summary>The most pictures of one file.</summary>
    public const int MostFrames = 1_000_000;

    /// <summary>Attempts on one segment in all, however much each brings.</summary>
    public const int MostAttemptsInAll = 20;

    /// <summary>Askings in a row that bring no new picture, where a server does not say when the next one was taken.</summary>
    public const int MostProbes = 600;

    public ExportFormat Format { get; init; } = ExportFormat.Avi;

    /// <summary>Replaces the files of an export of the same camera and time.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Attempts in a row on one segment that bring no picture. Default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The pause after the first attempt; it doubles. Default 250 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a recorded sequence may be without a picture before that is named as a hole. Default 1 min.</summary>
    public TimeSpan MissingAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest file; a longer export goes on in another one. Default 1.9 GB: players take 2 GiB of AVI.</summary>
    public long MostPartBytes { get; init; } = 1_900_000_000;

    /// <summary>Where ffmpeg is. Default: it is looked for on PATH.</summary>
    public string? FfmpegPath { get; init; }
}

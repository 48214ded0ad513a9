namespace RMF.Engine.Playback.Export;

/// <summary>The kind of file that an export becomes.</summary>
public enum ExportFormat
{
    /// <summary>Motion JPEG in AVI, of our own writing: the pictures as the recording server gave them.</summary>
    Avi,

    /// <summary>H.264 in MP4, by ffmpeg: the pictures are encoded anew.</summary>
    Mp4,

    /// <summary>Motion JPEG in Matroska, by ffmpeg: the pictures as the recording server gave them.</summary>
    Mkv,
}

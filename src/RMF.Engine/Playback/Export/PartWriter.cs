using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Json;
using RMF.Engine.Playback.Export.Avi;

namespace RMF.Engine.Playback.Export;

/// <summary>One video file and its table of times while they are written. One thread at a time.</summary>
internal sealed class PartWriter : IDisposable
{
    private readonly AviWriter video;
    private readonly StreamWriter times;

    /// <param name="path">The video's path without extension; files are written under names of their own until they are whole.</param>
    /// <param name="width">Of the pictures.</param>
    /// <param name="height">Of the pictures.</param>
    public PartWriter(string path, int width, int height)
    {
        Path = path;
        Width = width;
        Height = height;
        video = new AviWriter(new FileStream(VideoFile, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16), width, height);
        times = new StreamWriter(new FileStream(TimesFile, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 14), new UTF8Encoding(false)) { NewLine = "\n" };
        times.WriteLine("frame,time,side");
    }

    public string Path { get; }

    public int Width { get; }

    public int Height { get; }

    public int Frames => video.Frames;

    public TimeSpan Interval => video.Interval;

    public string VideoFile => Path + ".avi" + ExportNames.Unfinished;

    public string TimesFile => Path + ".csv" + ExportNames.Unfinished;

    public bool HasRoomFor(int bytes, long mostBytes) => video.Frames < ExportOptions.MostFrames && (video.Frames == 0 || video.LengthWith(bytes) <= mostBytes);

    public void Add(ReadOnlyMemory<byte> jpeg, DateTimeOffset time, Side side)
    {
        times.WriteLine(FormattableString.Invariant($"{video.Frames},{CanonicalJson.Time(time)},{side}"));
        video.Add(jpeg, time);
    }

    public void Finish()
    {
        video.Finish();
        Dispose();
    }

    public void Dispose()
    {
        video.Dispose();
        times.Dispose();
    }
}

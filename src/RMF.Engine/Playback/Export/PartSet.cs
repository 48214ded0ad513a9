using RMF.Core.Inventory;
using RMF.Engine.Playback.Export.Avi;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback.Export;

/// <summary>The files of an export while it is made: one for each resolution, and another where one is full. One thread at a time.</summary>
internal sealed class PartSet(string folder, string baseName, long mostBytes) : IDisposable
{
    private readonly Dictionary<(int Width, int Height), PartWriter> open = [];
    private readonly List<PartWriter> all = [];

    public IReadOnlyList<PartWriter> All => all;

    /// <summary>Pictures written.</summary>
    public long Frames { get; private set; }

    /// <summary>False where it is no picture, or one of too many resolutions.</summary>
    public bool Add(RecordedFrame frame, Side side)
    {
        if (!JpegSize.TryRead(frame.Jpeg.Span, out var width, out var height))
        {
            return false;
        }

        if (!open.TryGetValue((width, height), out var part) || !part.HasRoomFor(frame.Jpeg.Length, mostBytes))
        {
            if (part is null && open.Count == ExportOptions.MostResolutions)
            {
                return false;
            }

            part?.Finish();
            var number = all.Count(p => p.Width == width && p.Height == height) + 1;
            part = new PartWriter(Path.Combine(folder, Path.GetFileNameWithoutExtension(ExportNames.Part(baseName, width, height, number, "avi"))), width, height);
            open[(width, height)] = part;
            all.Add(part);
        }

        part.Add(frame.Jpeg, frame.Time, side);
        Frames++;
        return true;
    }

    /// <summary>Makes all files whole.</summary>
    public void Finish()
    {
        foreach (var part in open.Values)
        {
            part.Finish();
        }

        open.Clear();
    }

    /// <summary>Closes what is open and deletes what still has the name of an unfinished file.</summary>
    public void Dispose()
    {
        foreach (var part in all)
        {
            part.Dispose();
            File.Delete(part.VideoFile);
            File.Delete(part.TimesFile);
        }
    }
}

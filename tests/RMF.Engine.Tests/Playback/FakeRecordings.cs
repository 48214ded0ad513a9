using System.Globalization;
using System.Text;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Playback;

/// <summary>Recordings of one camera in memory: a picture every 40 ms inside its sequences, each of which says whose it is and when it was taken. Thread-safe.</summary>
internal sealed class FakeRecordings(string site, params TimeRange[] sequences) : IRecordings
{
    private int reads;
    private int opened;

    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(40);

    public static DateTimeOffset Origin { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeRange> Sequences { get; set; } = sequences;

    /// <summary>What reading the sequences fails with.</summary>
    public SiteError? ReadError { get; set; }

    /// <summary>What asking for a picture gives in place of the picture, by the number of the connection and the time.</summary>
    public Func<int, DateTimeOffset, SiteError?> OnGoto { get; set; } = (_, _) => null;

    /// <summary>What is in fact recorded, where it is other than the sequences say.</summary>
    public IReadOnlyList<TimeRange>? Actual { get; set; }

    /// <summary>Whether pictures say when the next was taken.</summary>
    public bool TellsNext { get; set; } = true;

    /// <summary>The size of a picture by its time.</summary>
    public Func<DateTimeOffset, (int Width, int Height)> Size { get; set; } = _ => (640, 480);

    /// <summary>What a retrieval brings: new sequences, or an error.</summary>
    public Func<TimeRange, Outcome<IReadOnlyList<TimeRange>>>? Edge { get; set; }

    public List<TimeRange> Retrievals { get; } = [];

    public int Reads => Volatile.Read(ref reads);

    public int Opened => Volatile.Read(ref opened);

    public RecordedSource Source => new(this, new RecordedCamera("cam-" + site, "rec-" + site), site, "REC-" + site.ToUpperInvariant());

    public static DateTimeOffset At(double seconds) => Origin.AddSeconds(seconds);

    public static TimeRange Range(double begin, double end) => new(At(begin), At(end));

    public static SiteError Error(SiteErrorKind kind = SiteErrorKind.ConnectionLost) => new(kind, "site", "a test", "The test broke it.", "Look at the test.");

    public async Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        await Task.Yield();
        return ReadError is { } error ? error : Outcome<IReadOnlyList<TimeRange>>.Of([.. Sequences.Where(s => !s.Intersect(range).IsEmpty)]);
    }

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => Task.FromResult(Outcome<IRecordedFrames>.Of(new Frames(this, Interlocked.Increment(ref opened))));

    public Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        Retrievals.Add(range);
        var fetched = Edge?.Invoke(range) ?? Error(SiteErrorKind.NotSupported);
        if (!fetched.TryGet(out var more))
        {
            return Task.FromResult<Outcome<bool>>(fetched.Error!);
        }

        Sequences = [.. Sequences, .. more];
        return Task.FromResult<Outcome<bool>>(true);
    }

    // Instants of pictures are whole multiples of the interval after the origin, shifted by a site's own phase.
    private DateTimeOffset? Picture(DateTimeOffset time, bool isForward)
    {
        var set = TimeRangeSet.Of(Actual ?? Sequences);
        var phase = TimeSpan.FromMilliseconds(site == "b" ? 13 : 0);
        var number = (long)Math.Floor((time - Origin - phase) / Interval) + (isForward ? 1 : 0);
        for (var tries = 0; tries < 100_000; tries++)
        {
            var taken = Origin + phase + (number * Interval);
            if (set.Contains(taken))
            {
                return taken;
            }

            // Jumps over gaps.
            var near = isForward ? set.NextFrom(taken) : set.PreviousFrom(taken);
            if (near is null)
            {
                return null;
            }

            var there = (near.Value - Origin - phase) / Interval;
            number = isForward ? Math.Max(number + 1, (long)Math.Ceiling(there)) : Math.Min(number - 1, (long)Math.Floor(there));
        }

        return null;
    }

    /// <summary>As much of a JPEG file as has a size, and a comment.</summary>
    private byte[] Jpeg(DateTimeOffset taken)
    {
        var (width, height) = Size(taken);
        var text = Encoding.ASCII.GetBytes(site + " " + taken.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return
        [
            0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text,
            0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
        ];
    }

    private sealed class Frames(FakeRecordings owner, int connection) : IRecordedFrames
    {
        public async Task<Outcome<RecordedFrame?>> GotoAsync(DateTimeOffset time, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (owner.OnGoto(connection, time) is { } error)
            {
                return error;
            }

            if ((owner.Picture(time, isForward: false) ?? owner.Picture(time, isForward: true)) is not { } taken)
            {
                return Outcome<RecordedFrame?>.Of(null);
            }

            return new RecordedFrame(taken, null, owner.TellsNext ? owner.Picture(taken, isForward: true) : null, owner.Jpeg(taken));
        }

        public ValueTask DisposeAsync() => default;
    }
}

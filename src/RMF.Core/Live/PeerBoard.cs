namespace RMF.Core.Live;

/// <summary>
/// Tells which recording servers many tiles of one host lost together. A tile that is told so gives up a silent stream sooner; one whose frames
/// are fresh is never moved by it. When nearly all streams of all recording servers are gone, it is the host that is cut off, and nobody is
/// suspected. Not thread-safe: it belongs to the thread that runs the tiles.
/// </summary>
/// <typeparam name="TRecorder">How the host names recording servers; equal means the same.</typeparam>
public sealed class PeerBoard<TRecorder>
    where TRecorder : notnull
{
    /// <summary>Fewer lost streams than this say nothing of their recording server.</summary>
    public const int LeastLost = 3;

    /// <summary>The share of a recording server's streams that must be lost: a half.</summary>
    public const double LostShare = 0.5;

    /// <summary>The share of all streams from which the host suspects itself.</summary>
    public const double OwnShare = 0.9;

    /// <summary>A loss that is older says nothing new.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private readonly Dictionary<TRecorder, PeerCount> recorders = new();
    private int streams;
    private int lost;

    /// <summary>A stream is watched from now on.</summary>
    /// <param name="recorder">Whose it is.</param>
    /// <returns>The stream's place, for <see cref="Note"/>.</returns>
    public PeerStream Add(TRecorder recorder)
    {
        if (!recorders.TryGetValue(recorder, out var count))
        {
            recorders.Add(recorder, count = new PeerCount());
        }

        count.Streams++;
        streams++;
        return new PeerStream(count);
    }

    /// <summary>A stream is watched no more. Once for each stream.</summary>
    public void Remove(PeerStream stream)
    {
        lost += stream.Note(lost: false, default);
        streams--;
        if (--stream.Recorder.Streams == 0)
        {
            recorders.Remove(recorders.First(r => ReferenceEquals(r.Value, stream.Recorder)).Key);
        }
    }

    /// <summary>Says whether a stream is lost now. To say the same again changes nothing.</summary>
    public void Note(PeerStream stream, bool isLost, TimeSpan now) => lost += stream.Note(isLost, now);

    /// <summary>The recording servers to be suspected now.</summary>
    public IReadOnlyList<TRecorder> Suspected(TimeSpan now)
        => lost < LeastLost || (recorders.Count > 1 && lost >= streams * OwnShare)
            ? []
            : recorders.Where(r => r.Value.Lost >= LeastLost && r.Value.Lost >= r.Value.Streams * LostShare && now - r.Value.LostAt <= Window).Select(r => r.Key).ToList();
}

namespace RMF.Core.Live;

/// <summary>The streams of one recording server on a <see cref="PeerBoard{TRecorder}"/>.</summary>
internal sealed class PeerCount
{
    public int Streams { get; set; }

    public int Lost { get; set; }

    /// <summary>When one was lost last.</summary>
    public TimeSpan LostAt { get; set; }
}

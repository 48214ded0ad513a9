namespace RMF.Core.Live;

/// <summary>The place of one stream on a <see cref="PeerBoard{TRecorder}"/>. Belongs to the board's thread.</summary>
public sealed class PeerStream
{
    private readonly PeerCount recorder;
    private bool isLost;

    internal PeerStream(PeerCount recorder) => this.recorder = recorder;

    internal PeerCount Recorder => recorder;

    /// <summary>Gives how many lost streams there are more than before.</summary>
    internal int Note(bool lost, TimeSpan now)
    {
        if (lost == isLost)
        {
            return 0;
        }

        isLost = lost;
        recorder.Lost += lost ? 1 : -1;
        recorder.LostAt = lost ? now : recorder.LostAt;
        return lost ? 1 : -1;
    }
}

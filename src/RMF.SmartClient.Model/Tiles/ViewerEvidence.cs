using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>
/// Turns what one viewer and its live source report into the evidence of one stream, and has the viewer connect again where it must. The seam makes
/// one for each viewer, gives it to <see cref="TileModel.OpenLive(IFrameSource, IFrameSource)"/>, and forwards what the client reports, from any
/// thread. Frames carry no bytes: the viewer shows them.
/// </summary>
public sealed class ViewerEvidence : IFrameSource, IFrameStream
{
    /// <summary>The first pause before another attempt; each next one is twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for the answer to an attempt.</summary>
    public static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    /// <summary>A connection without a picture for this long is made anew.</summary>
    public static readonly TimeSpan SilencePatience = TimeSpan.FromSeconds(30);

    /// <param name="platform">The clock and the user interface's thread.</param>
    /// <param name="viewer">The viewer that it has connect.</param>
    public ViewerEvidence(IClientPlatform platform, IViewer viewer)
    {
        _ = platform;
        _ = viewer;
    }

    /// <inheritdoc/>
    public FrameRequest Request => throw new NotSupportedException();

    /// <inheritdoc/>
    public IFrameStream Open(FrameRequest request, IFrameObserver observer) => throw new NotSupportedException();

    /// <summary>The viewer begins to connect.</summary>
    public void Connecting() => throw new NotSupportedException();

    /// <summary>The viewer was answered.</summary>
    /// <param name="granted">False: it was refused.</param>
    /// <param name="reason">Why, in the server's words; may be empty.</param>
    public void ConnectAnswered(bool granted, string reason) => throw new NotSupportedException();

    /// <summary>A frame was shown, or could be.</summary>
    public void Displayed() => throw new NotSupportedException();

    /// <summary>The live source's status changed.</summary>
    /// <param name="cameraLost">The recording server says that it has lost the camera.</param>
    /// <param name="stopped">Live video was stopped by the server.</param>
    public void StatusChanged(bool cameraLost, bool stopped) => throw new NotSupportedException();

    /// <summary>The connection broke.</summary>
    /// <param name="reason">Why, for people; never a secret.</param>
    public void Failed(string reason) => throw new NotSupportedException();

    /// <summary>The server closed the stream in order.</summary>
    public void Ended() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Wake() => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}

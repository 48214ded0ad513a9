using RMF.Engine.Ports;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Client;

/// <summary>Recorded pictures of one camera from its recorder.</summary>
internal sealed class RecordedFeed(IRecordedFrames frames) : IFakeFrames
{
    public async Task<FakeFrame?> GoToAsync(DateTime time)
    {
        var read = await frames.GotoAsync(new(time, TimeSpan.Zero), CancellationToken.None).ConfigureAwait(false);
        return read.TryGet(out var frame) && frame is not null
            ? new(frame.Jpeg.ToArray(), frame.Time.UtcDateTime, frame.Previous?.UtcDateTime, frame.Next?.UtcDateTime)
            : null;
    }

    // The connection ends by itself; nothing waits for it.
    public void Dispose() => _ = frames.DisposeAsync().AsTask();
}

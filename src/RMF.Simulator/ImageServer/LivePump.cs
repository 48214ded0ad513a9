using RMF.Simulator.Api;
using RMF.Simulator.Faults;

namespace RMF.Simulator.ImageServer;

/// <summary>
/// Sends a camera's frames at their times, on one timer. A client that reads slowly holds back its own stream alone, and gets the newest
/// frame when it reads again: nothing piles up.
/// </summary>
internal sealed class LivePump(SiteState state, CameraFeeds feeds, Outages outages, FrameWriter writer, StreamTrouble trouble, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> send)
{
    /// <summary>How often it is looked whether the camera is still there and reachable.</summary>
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>Ends when the camera is gone from the recorder, or with the token.</summary>
    public async Task RunAsync(Guid recorder, CameraFeed feed, Func<DateTimeOffset> tokenEnds, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(CheckEvery, state.Options.TimeProvider);
        var time = state.Options.TimeProvider;
        var frame = feeds.FrameNow(feed);
        var lastCheck = time.GetTimestamp();
        var allowedFrom = lastCheck;
        var isLost = outages.Reach(feed.Hardware) is null;
        await send(Replies.Status(isLost ? LiveStatus.CameraConnectionLost : LiveStatus.LiveFeedStarted, isOn: true, state.Clock.Now), cancel).ConfigureAwait(false);
        while (true)
        {
            var due = feeds.Until(feed, frame) + trouble.DrawDelay();
            while (due > TimeSpan.Zero)
            {
                timer.Period = due > CheckEvery ? CheckEvery : due < ShortestWait ? ShortestWait : due;
                var before = time.GetTimestamp();
                await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false);
                due -= time.GetElapsedTime(before);
            }

            if (time.GetElapsedTime(lastCheck) >= CheckEvery)
            {
                lastCheck = time.GetTimestamp();
                if (tokenEnds() <= time.GetUtcNow() || feeds.Find(recorder, feed.Id) is not { } now)
                {
                    return;
                }

                (feed, frame) = now.Interval == feed.Interval ? (now, frame) : (now, feeds.FrameNow(now));
                if (outages.Reach(feed.Hardware) is null != isLost)
                {
                    isLost = !isLost;
                    await send(Replies.Status(isLost ? LiveStatus.CameraConnectionLost : LiveStatus.LiveFeedStarted, isOn: true, state.Clock.Now), cancel).ConfigureAwait(false);
                }
            }

            if (!isLost && !trouble.IsStalled && time.GetTimestamp() >= allowedFrom && trouble.Strikes(FaultKind.FrameLoss) is null)
            {
                var sent = await SendAsync(feed, frame, cancel).ConfigureAwait(false);
                allowedFrom = trouble.BytesPerSecond is { } rate ? time.GetTimestamp() + (long)(time.TimestampFrequency * ((double)sent / rate)) : 0;
            }

            // A frame behind its time is still sent; what is further behind is left out.
            frame = Math.Max(frame + 1, feeds.FrameNow(feed) - Behind(feed));
        }
    }

    /// <summary>Frames that delays keep on their way.</summary>
    private long Behind(CameraFeed feed) => 1 + (trouble.LongestDelay.Ticks / feed.Interval.Ticks);

    private async ValueTask<int> SendAsync(CameraFeed feed, long frame, CancellationToken cancel)
    {
        var bytes = trouble.Strikes(FaultKind.StreamGarbage) is { } garbage
            ? writer.Noise(garbage)
            : writer.Write(feed, frame, feeds.TakenAt(feed, frame), trouble.Strikes(FaultKind.FrameCorrupt));
        await send(bytes, cancel).ConfigureAwait(false);
        return bytes.Length;
    }
}

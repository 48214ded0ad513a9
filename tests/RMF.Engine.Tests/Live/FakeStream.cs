using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Live;

internal sealed class FakeStream(FrameRequest request, IFrameObserver observer, TimeProvider time) : IFrameStream
{
    public FrameRequest Request => request;

    public bool IsClosed { get; private set; }

    public void Frame() => observer.OnFrame(new LiveFrame(time.GetTimestamp(), time.GetUtcNow(), null, [0xFF, 0xD8]));

    public void Lose(StreamLossKind kind, string reason) => observer.OnLoss(new StreamLoss(kind, reason, time.GetTimestamp()));

    public int Woken { get; private set; }

    public void Wake() => Woken++;

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}

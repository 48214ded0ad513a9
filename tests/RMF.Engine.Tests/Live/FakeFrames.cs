using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Live;

/// <summary>Streams that a test speaks for.</summary>
internal sealed class FakeFrames(TimeProvider time) : IFrameSource
{
    public List<FakeStream> Streams { get; } = [];

    public IFrameStream Open(FrameRequest request, IFrameObserver observer)
    {
        var stream = new FakeStream(request, observer, time);
        Streams.Add(stream);
        return stream;
    }

    public FakeFrames Frame()
    {
        foreach (var stream in Streams)
        {
            stream.Frame();
        }

        return this;
    }
}

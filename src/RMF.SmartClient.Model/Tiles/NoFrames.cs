using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>The side that a camera without a pair does not have: it never says anything.</summary>
internal sealed class NoFrames : IFrameSource
{
    public static NoFrames Instance { get; } = new();

    public IFrameStream Open(FrameRequest request, IFrameObserver observer) => new Nothing(request);

    private sealed class Nothing(FrameRequest request) : IFrameStream
    {
        public FrameRequest Request => request;

        public void Wake()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}

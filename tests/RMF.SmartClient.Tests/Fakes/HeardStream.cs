using RMF.Engine.Ports;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>Keeps what a stream told.</summary>
internal sealed class HeardStream : IFrameObserver
{
    public int Frames { get; private set; }

    public List<StreamLoss> Losses { get; } = [];

    public List<StreamStatusKind> Statuses { get; } = [];

    public void OnFrame(in LiveFrame frame) => Frames++;

    public void OnLoss(StreamLoss loss) => Losses.Add(loss);

    public void OnStatus(StreamStatus status) => Statuses.Add(status.Kind);
}

using RMF.Engine.Ports;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Client;

/// <summary>Tells a viewer what the recorder's stream tells. An answer to an attempt to connect is told once, until the connection is lost.</summary>
internal sealed class LiveFeed(IFakeLive sink) : IFrameObserver
{
    private volatile bool ended;
    private bool? answered;
    private bool wasGranted;

    public void End() => ended = true;

    public void OnFrame(in LiveFrame frame)
    {
        if (!ended)
        {
            sink.Frame(frame.Jpeg.ToArray(), (frame.ServerTime ?? frame.ReceivedAt).UtcDateTime);
        }
    }

    public void OnLoss(StreamLoss loss)
    {
        if (ended)
        {
            return;
        }

        switch (loss.Kind)
        {
            case StreamLossKind.CameraLost:
                sink.CameraIs(there: false);
                return;
            case StreamLossKind.Refused:
                Answer(granted: false);
                break;
            case StreamLossKind.Unreachable when !wasGranted:
                Answer(granted: false);
                break;
            case StreamLossKind.ConnectionLost or StreamLossKind.StreamEnded:
                answered = null;
                break;
            default:
                break;
        }

        sink.Lost(loss.Reason);
    }

    public void OnStatus(StreamStatus status)
    {
        if (ended)
        {
            return;
        }

        if (status.Kind == StreamStatusKind.Connected)
        {
            Answer(granted: true);
        }
        else if (status.Kind == StreamStatusKind.CameraDelivers)
        {
            sink.CameraIs(there: true);
        }
    }

    private void Answer(bool granted)
    {
        wasGranted |= granted;
        if (answered != granted)
        {
            answered = granted;
            sink.Answered(granted);
        }
    }
}

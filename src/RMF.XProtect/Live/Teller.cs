using RMF.Engine.Ports;

namespace RMF.XProtect.Live;

/// <summary>Tells one observer, one thing at a time: its caller is the stream's one loop.</summary>
internal sealed class Teller(IFrameObserver observer, TimeProvider time, Action<string> say)
{
    private volatile int thread;
    private volatile bool isSilent;

    /// <summary>True on the thread that is telling just now: whoever waits there for the stream's end waits for himself.</summary>
    public bool IsTelling => thread == Environment.CurrentManagedThreadId;

    /// <summary>Nothing more is told.</summary>
    public void Silence() => isSilent = true;

    public void Frame(long? serverTimeMs, ReadOnlySpan<byte> jpeg)
    {
        if (isSilent)
        {
            return;
        }

        var frame = new LiveFrame(time.GetTimestamp(), time.GetUtcNow(), serverTimeMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null, jpeg);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            observer.OnFrame(frame);
        }
        catch (Exception bug)
        {
            Say(bug);
        }

        thread = 0;
    }

    public void Loss(StreamLossKind kind, string reason)
    {
        if (isSilent)
        {
            return;
        }

        thread = Environment.CurrentManagedThreadId;
        try
        {
            observer.OnLoss(new StreamLoss(kind, reason, time.GetTimestamp()));
        }
        catch (Exception bug)
        {
            Say(bug);
        }

        thread = 0;
    }

    public void Status(StreamStatusKind kind, string detail = "")
    {
        if (isSilent)
        {
            return;
        }

        thread = Environment.CurrentManagedThreadId;
        try
        {
            observer.OnStatus(new StreamStatus(kind, detail, time.GetTimestamp()));
        }
        catch (Exception bug)
        {
            Say(bug);
        }

        thread = 0;
    }

    // An observer's fault must not end the stream that others are shown from.
    private void Say(Exception bug) => say($"an observer of live pictures failed: {bug.GetType().Name}");
}

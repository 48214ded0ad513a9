#nullable enable
using VideoOS.Platform.Data;

namespace VideoOS.Platform.Fake;

/// <summary>What a JPEGVideoSource does: recorded pictures, asked for and waited for on the caller's thread.</summary>
internal sealed class FakeVideoSource(Item camera)
{
    private static readonly DateTime Oldest = new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private IFakeFrames? frames;
    private FakeFrame? current;

    public void Init() =>
        frames = Task.Run(() => FakeSession.Client.OpenFramesAsync(camera)).GetAwaiter().GetResult()
            ?? throw new CommunicationMIPException("The recording server does not answer.");

    public void Close()
    {
        frames?.Dispose();
        frames = null;
    }

    public JPEGData? At(DateTime time, FakeSeek seek)
    {
        var frame = seek switch
        {
            FakeSeek.Begin => Read(Oldest),
            FakeSeek.End => Read(FakeSession.Client.UtcNow),
            FakeSeek.Next => current?.Next is { } next ? Read(next) : null,
            FakeSeek.Previous => current?.Previous is { } previous ? Read(previous) : null,
            FakeSeek.Nearest => Nearest(time),
            _ => Read(time),
        };
        if (frame is null || (seek == FakeSeek.Exact && frame.Time != time) || (seek == FakeSeek.AtOrBefore && frame.Time > time))
        {
            return null;
        }

        current = frame;
        var (width, height) = FakeJpegSize.Of(frame.Jpeg);
        return new(frame.Jpeg, frame.Time, frame.Previous ?? frame.Time, frame.Next ?? frame.Time, width, height);
    }

    private FakeFrame? Nearest(DateTime time)
    {
        var before = Read(time);
        return before?.Next is { } next && next - time < time - before.Time ? Read(next) : before;
    }

    private FakeFrame? Read(DateTime time)
    {
        var open = frames ?? throw new MIPException("The source is not open.");
        return Task.Run(() => open.GoToAsync(time)).GetAwaiter().GetResult();
    }
}

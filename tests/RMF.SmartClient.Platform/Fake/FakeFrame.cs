#nullable enable
namespace VideoOS.Platform.Fake;

/// <summary>One recorded picture and its neighbours' times, UTC.</summary>
internal sealed class FakeFrame(byte[] jpeg, DateTime time, DateTime? previous, DateTime? next)
{
    public byte[] Jpeg { get; } = jpeg;

    public DateTime Time { get; } = time;

    public DateTime? Previous { get; } = previous;

    public DateTime? Next { get; } = next;
}

using System.Collections.Concurrent;
using RMF.Engine.Events;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Fakes;

/// <summary>Keeps what a run reported, in order.</summary>
internal sealed class HeardEvents : IRunEvents
{
    private readonly ConcurrentQueue<RunEvent> events = new();

    public IReadOnlyList<RunEvent> All => [.. events];

    public void Report(RunEvent runEvent) => events.Enqueue(runEvent);
}

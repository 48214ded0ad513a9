using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;

namespace RMF.Simulation.Tests.Lab;

/// <summary>A state store that keeps one state, through its file form, so that what a file cannot hold is lost here too.</summary>
internal sealed class MemoryStateStore : IStateStore
{
    public byte[]? Stored { get; set; }

    public Task<RunOutcome<StateSlot>> LoadAsync(CancellationToken cancellationToken)
    {
        if (Stored is null)
        {
            return Task.FromResult<RunOutcome<StateSlot>>(new StateSlot(null));
        }

        return Task.FromResult<RunOutcome<StateSlot>>(StateJson.Read(Stored, "memory").TryGet(out var state, out var failure) ? new StateSlot(state) : failure);
    }

    public async Task<RunOutcome<StateDocument>> SaveAsync(StateDocument state, long expectedSerial, CancellationToken cancellationToken)
    {
        Assert.Equal((await LoadAsync(cancellationToken)).Value!.State?.Serial ?? 0, expectedSerial);
        var next = state with { Serial = expectedSerial + 1 };
        using var stream = new MemoryStream();
        StateJson.Write(next, stream);
        Stored = stream.ToArray();
        return next;
    }
}

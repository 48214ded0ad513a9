using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Simulation.Tests.Lab;

namespace RMF.Simulation.Tests.Faults;

/// <summary>A state store whose disk is full when asked to be.</summary>
internal sealed class FaultyStore : IStateStore
{
    private readonly MemoryStateStore inner = new();

    public bool IsFull { get; set; }

    public Task<RunOutcome<StateSlot>> LoadAsync(CancellationToken cancellationToken) => inner.LoadAsync(cancellationToken);

    public Task<RunOutcome<StateDocument>> SaveAsync(StateDocument state, long expectedSerial, CancellationToken cancellationToken)
        => IsFull
            ? Task.FromResult<RunOutcome<StateDocument>>(new RunFailure("RMF2202", "the disk is full.", "Look at the test."))
            : inner.SaveAsync(state, expectedSerial, cancellationToken);
}

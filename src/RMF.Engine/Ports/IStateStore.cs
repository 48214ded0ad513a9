using RMF.Engine.Runs;
using RMF.Engine.State;

namespace RMF.Engine.Ports;

/// <summary>Keeps the state between runs, with compare-and-swap on its serial so that a laptop and a pipeline cannot hold two truths. Thread-safe.</summary>
public interface IStateStore
{
    /// <summary>The stored state; a null value means that there is none yet.</summary>
    Task<RunOutcome<StateSlot>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Stores the state with serial <paramref name="expectedSerial"/> + 1; fails when somebody else stored one meanwhile.</summary>
    /// <returns>The state as stored.</returns>
    Task<RunOutcome<StateDocument>> SaveAsync(StateDocument state, long expectedSerial, CancellationToken cancellationToken);
}

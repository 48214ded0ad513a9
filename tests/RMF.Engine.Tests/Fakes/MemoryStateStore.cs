using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;

namespace RMF.Engine.Tests.Fakes;

/// <summary>A state store that keeps one state, through its file form, so that what a file cannot hold is lost here too.</summary>
internal sealed class MemoryStateStore : IStateStore
{
    private byte[]? stored;

    public StateDocument? State
    {
        get => stored is null ? null : StateJson.Read(stored, "memory").Value;
        set => stored = value is null ? null : Bytes(value);
    }

    public int Saves { get; private set; }

    public RunFailure? Failure { get; set; }

    public static byte[] Bytes(StateDocument state)
    {
        using var stream = new MemoryStream();
        StateJson.Write(state, stream);
        return stream.ToArray();
    }

    public Task<RunOutcome<StateSlot>> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<RunOutcome<StateSlot>>(new StateSlot(State));

    public Task<RunOutcome<StateDocument>> SaveAsync(StateDocument state, long expectedSerial, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            return Task.FromResult<RunOutcome<StateDocument>>(failure);
        }

        Assert.Equal(State?.Serial ?? 0, expectedSerial);
        Saves++;
        var next = state with { Serial = expectedSerial + 1 };
        State = next;
        return Task.FromResult<RunOutcome<StateDocument>>(next);
    }
}

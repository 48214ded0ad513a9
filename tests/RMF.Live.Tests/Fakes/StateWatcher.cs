using RMF.Engine.Ports;

namespace RMF.Live.Tests.Fakes;

/// <summary>Keeps what a site tells of its devices, and lets a test wait for it.</summary>
internal sealed class StateWatcher : IStateObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly object gate = new();
    private readonly List<DeviceState> states = [];
    private readonly List<bool> listening = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<DeviceState> States
    {
        get
        {
            lock (gate)
            {
                return [.. states];
            }
        }
    }

    public IReadOnlyList<bool> Listening
    {
        get
        {
            lock (gate)
            {
                return [.. listening];
            }
        }
    }

    public void OnState(DeviceState state) => Note(() => states.Add(state));

    public void OnListening(bool isListening, string reason) => Note(() => listening.Add(isListening));

    public CommunicationState? Of(StateSourceKind kind, Guid id) => States.LastOrDefault(s => s.Source == kind && s.Id == id.ToString())?.Communication;

    public async Task UntilAsync(Func<StateWatcher, bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = changed.Task;
            }

            if (condition(this))
            {
                return;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited {Patience} for {what}. Seen: {States.Count} states, listening {string.Join(", ", Listening)}.");
            }
        }
    }

    private void Note(Action note)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            note();
            told = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.TrySetResult();
    }
}

using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Events;

/// <summary>
/// Listens until it is disposed. A session that broke is gone on with where the server still knows it, so that nothing is missed; else the
/// subscription and the state are asked for anew. One loop; nothing is told when it has been disposed.
/// </summary>
internal sealed class StateWatch : IAsyncDisposable
{
    private const int Created = 201;
    private const int SessionCommand = 1;
    private const int SubscriptionCommand = 2;
    private const int StateCommand = 3;
    private const int MostDoublings = 16;

    private readonly CancellationTokenSource stopping = new();
    private readonly SiteSession session;
    private readonly CertificateGate gate;
    private readonly LiveTiming timing;
    private readonly IStateObserver observer;
    private readonly Task running;
    private volatile bool isDisposed;
    private volatile int thread;
    private BearerToken? refused;
    private string sessionId = string.Empty;
    private string lastEvent = string.Empty;
    private int failures;

    public StateWatch(SiteSession session, CertificateGate gate, LiveTiming timing, IStateObserver observer)
    {
        this.session = session;
        this.gate = gate;
        this.timing = timing;
        this.observer = observer;
        running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        stopping.Cancel();
        if (thread != Environment.CurrentManagedThreadId)
        {
            await running.ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var reason = await ListenAsync().ConfigureAwait(false);
                Tell(o => o.OnListening(isListening: false, reason));
                failures++;
                var wait = Math.Min(timing.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, MostDoublings)), timing.LongestPause.TotalMilliseconds)
                    * session.Gateway.Link.Jitter.Factor();
                await Clock.DelayAsync(session.Time, TimeSpan.FromMilliseconds(wait), stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    /// <summary>One connection from its beginning to its end; why it ended.</summary>
    private async Task<string> ListenAsync()
    {
        var outcome = await session.Gateway.Tokens.GetAsync(refused, stopping.Token).ConfigureAwait(false);
        if (!outcome.TryGet(out var token))
        {
            return outcome.Error!.Message;
        }

        EventConnection connection;
        try
        {
            using var patience = Clock.CancelAfter(session.Time, timing.ManagementTimeout);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping.Token);
            connection = await EventConnection.OpenAsync(session.Connection.Uri, token.Header, gate, both.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (EventConnection.IsWire(exception))
        {
            stopping.Token.ThrowIfCancellationRequested();

            // The message alone tells a refused token on every framework.
            refused = exception.Message.Contains("401") ? token : null;
            return refused is null ? $"{session.Site}: the events interface cannot be reached." : $"{session.Site}: the events interface refused the token.";
        }

        using (connection)
        {
            try
            {
                await connection.SendAsync(EventCommands.StartSession(SessionCommand, sessionId, lastEvent), stopping.Token).ConfigureAwait(false);
                while (await connection.ReceiveAsync(stopping.Token).ConfigureAwait(false) is { } text)
                {
                    if (EventMessage.Parse(text) is not { } message)
                    {
                        return $"{session.Site}: the events interface sent something that is not JSON.";
                    }

                    if (await HeedAsync(connection, message).ConfigureAwait(false) is { } problem)
                    {
                        return problem;
                    }
                }

                return $"{session.Site}: the events interface closed the connection.";
            }
            catch (Exception exception) when (EventConnection.IsWire(exception))
            {
                stopping.Token.ThrowIfCancellationRequested();
                return $"{session.Site}: the connection to the events interface broke.";
            }
        }
    }

    private async Task<string?> HeedAsync(EventConnection connection, EventMessage message)
    {
        if (message.CommandId is { } command && message.Status >= 400)
        {
            sessionId = string.Empty;
            lastEvent = string.Empty;
            return $"{session.Site}: the events interface refused command {command} ({message.Status}).";
        }

        switch (message.CommandId)
        {
            case SessionCommand when message.Status == Created:
                sessionId = message.Session ?? string.Empty;
                lastEvent = string.Empty;
                await connection.SendAsync(EventCommands.AddSubscription(SubscriptionCommand), stopping.Token).ConfigureAwait(false);
                break;
            case SubscriptionCommand:
                await connection.SendAsync(EventCommands.GetState(StateCommand), stopping.Token).ConfigureAwait(false);
                break;
        }

        // Gone on with, or the whole state has come: from here on nothing is missed.
        var isListening = message.CommandId == StateCommand || (message.CommandId == SessionCommand && message.Status != Created);
        foreach (var state in message.States)
        {
            Tell(o => o.OnState(state));
        }

        lastEvent = message.LastEvent ?? lastEvent;
        if (isListening)
        {
            failures = 0;
            Tell(static o => o.OnListening(isListening: true, string.Empty));
        }

        return null;
    }

    private void Tell(Action<IStateObserver> what)
    {
        if (isDisposed)
        {
            return;
        }

        thread = Environment.CurrentManagedThreadId;
        try
        {
            what(observer);
        }
        catch (Exception bug)
        {
            session.Gateway.Link.Say($"an observer of states failed: {bug.GetType().Name}");
        }

        thread = 0;
    }
}

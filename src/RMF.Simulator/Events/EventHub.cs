using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;

namespace RMF.Simulator.Events;

/// <summary>The events and state interface of a site: takes WebSockets, keeps sessions, tells all of them what changed. Thread-safe.</summary>
internal sealed class EventHub : IDisposable
{
    /// <summary>A client that is back within this time goes on where it was.</summary>
    public static readonly TimeSpan InactiveTimeout = TimeSpan.FromSeconds(30);

    private const string Path = "/api/ws/events/v1";
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const int SwitchingProtocols = 101;
    private const int MaxSessions = 1000;

    private readonly ConcurrentDictionary<Guid, EventSession> sessions = new();
    private readonly SiteState state;
    private readonly FaultSet faults;
    private readonly TokenService tokens;
    private readonly StateBoard board;
    private readonly object gate = new();

    public EventHub(SiteState state, FaultSet faults, Outages outages, TokenService tokens)
    {
        this.state = state;
        this.faults = faults;
        this.tokens = tokens;
        board = new StateBoard(state, outages);
        faults.Changed += Changed;
    }

    public SiteState State => state;

    public bool IsToken(string? authorization) => tokens.Check(authorization) is null;

    /// <summary>The answer, or null where the path is another one.</summary>
    public SimResponse? Handle(SimRequest request)
    {
        if (!string.Equals(request.Path.TrimEnd('/'), Path, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var authorization = request.Header("Authorization");
        if (authorization is not null && tokens.Check(authorization) is { } refused)
        {
            return Answers.Error(Answers.Unauthorized, refused);
        }

        if (request.Method != "GET" || request.Header("Sec-WebSocket-Key") is not { Length: > 0 } key
            || !string.Equals(request.Header("Upgrade"), "websocket", StringComparison.OrdinalIgnoreCase))
        {
            return Answers.UnknownRequest();
        }

        // SHA-1 is the protocol's own, RFC 6455 section 4.2.2: it proves that both speak it and keeps no secret.
#pragma warning disable CA5350
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeySuffix)));
#pragma warning restore CA5350
        return new SimResponse
        {
            Status = SwitchingProtocols,
            Headers = [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept)],
            Upgrade = (stream, cancel) => new EventSocket(this, stream, authorization is not null).RunAsync(cancel),
        };
    }

    /// <summary>The session that a client wishes to go on with; null where it is gone.</summary>
    public EventSession? Find(Guid id) => sessions.TryGetValue(id, out var found) && !IsOver(found) ? found : null;

    public EventSession? Open()
    {
        foreach (var (id, session) in sessions)
        {
            if (IsOver(session))
            {
                sessions.TryRemove(id, out _);
            }
        }

        if (sessions.Count >= MaxSessions)
        {
            return null;
        }

        var made = new EventSession(state.Ids.Next());
        sessions[made.Id] = made;
        _ = States();
        return made;
    }

    /// <summary>The state of all now; who listens is told what has changed since the last look.</summary>
    public IReadOnlyList<DeviceEvent> States()
    {
        // One at a time, so that changes are told in the order in which they were seen.
        lock (gate)
        {
            var states = board.Look(out var changes);
            foreach (var session in sessions.Values)
            {
                session.Tell(changes);
            }

            return states;
        }
    }

    public void Dispose() => faults.Changed -= Changed;

    private bool IsOver(EventSession session) => session.LeftAt is { } left && state.Options.TimeProvider.GetElapsedTime(left) > InactiveTimeout;

    private void Changed(object? sender, EventArgs e)
    {
        if (!sessions.IsEmpty)
        {
            _ = States();
        }
    }
}

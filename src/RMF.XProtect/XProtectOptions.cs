using RMF.Engine.Ports;

namespace RMF.XProtect;

/// <summary>What the adapter takes from outside: time, chance and, for tests and in-process sites, the wire.</summary>
/// <param name="Time">Drives time-outs, back-off, token renewal and the polling of tasks.</param>
/// <param name="Seed">Seeds the jitter of the back-off; the same seed waits the same times.</param>
public sealed record XProtectOptions(TimeProvider Time, int Seed)
{
    /// <summary>
    /// Makes the message handler of a site; null = real sockets. It is called once for each handler that a connection needs and the
    /// connection disposes what it returns. Certificates are then the handler's own business.
    /// </summary>
    public Func<SiteConnection, HttpMessageHandler>? HandlerFactory { get; init; }

    /// <summary>Takes one line for each request and notable step; null = silent. Called from many threads. Lines never hold a secret.</summary>
    public Action<string>? Verbose { get; init; }

    /// <summary>Time-outs and pauses of live streams. Default: those of <see cref="LiveTiming"/>.</summary>
    public LiveTiming Live { get; init; } = new();
}

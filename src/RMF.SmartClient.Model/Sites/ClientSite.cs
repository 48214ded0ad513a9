using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Sites;

/// <summary>
/// A site under the operator's own log-in. It is connected in the background, again and again while it does not answer. The client's own options and
/// recordings are used where it has them, so that the policy and playback do not need the gateway. Live video does not depend on it at all.
/// Thread-safe.
/// </summary>
/// <remarks>While <see cref="IsConnected"/> is false, members that need the gateway throw <see cref="InvalidOperationException"/>.</remarks>
public sealed class ClientSite : ISite, IAsyncDisposable
{
    /// <summary>The first pause between two attempts; each next one is twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly IClientPlatform platform;
    private readonly SiteInfo unconnected;
    private readonly SiteError stillConnecting;
    private readonly IRecordings? recordings;
    private readonly CancellationTokenSource ending = new();
    private readonly object gate = new();
    private readonly Action? onConnected;
    private readonly Task connecting;
    private CancellationTokenSource pausing = new();
    private ISite? connected;
    private SiteError? error;

    /// <summary>Begins to connect.</summary>
    /// <param name="platform">The client.</param>
    /// <param name="login">The log-in.</param>
    /// <param name="name">The name that the site goes by.</param>
    /// <param name="tls">What the policy says of its certificate; null = it is checked.</param>
    /// <param name="onConnected">Hears once that it is connected, on a thread of the pool. It must return quickly and not throw.</param>
    public ClientSite(IClientPlatform platform, ClientLogin login, string name, TlsPolicy? tls, Action? onConnected = null)
    {
        this.onConnected = onConnected;
        Tls = tls;
        this.platform = platform;
        Login = login;
        unconnected = new SiteInfo(name, login.Name, login.Id, "", login.Uri, platform.User);
        stillConnecting = new SiteError(SiteErrorKind.Unreachable, name, "connect", $"{name}: the plugin is still connecting.", "Wait a few seconds.");
        error = stillConnecting;
        recordings = platform.RecordingsOf(login);
        Publisher = new SiteOptions(platform.OptionsOf(login), () => Volatile.Read(ref connected)?.Publisher, () => WhyNot ?? stillConnecting);
        connecting = Task.Run(ConnectAsync);
    }

    /// <summary>The log-in.</summary>
    public ClientLogin Login { get; }

    /// <summary>What the policy says of its certificate.</summary>
    public TlsPolicy? Tls { get; }

    /// <summary>The site answered through the gateway.</summary>
    public bool IsConnected => Volatile.Read(ref connected) is not null;

    /// <summary>Why it is not connected; null when it is.</summary>
    public SiteError? WhyNot => Volatile.Read(ref error);

    /// <inheritdoc/>
    public SiteInfo Info => Volatile.Read(ref connected)?.Info ?? unconnected;

    /// <inheritdoc/>
    public TimeSpan ClockAhead => Volatile.Read(ref connected)?.ClockAhead ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public ISiteReader Reader => Connected.Reader;

    /// <inheritdoc/>
    public ISiteWriter Writer => Connected.Writer;

    /// <inheritdoc/>
    public ISiteCapabilities Capabilities => Connected.Capabilities;

    /// <inheritdoc/>
    public IFrameSource Frames => Connected.Frames;

    /// <inheritdoc/>
    public IStateSource States => Connected.States;

    /// <summary>By the client's own means where it has them.</summary>
    public IRecordings Recordings => recordings ?? Connected.Recordings;

    /// <summary>What it has recorded can be asked for now.</summary>
    public bool HasRecordings => recordings is not null || IsConnected;

    /// <inheritdoc/>
    public IOperatorActions Operator => Connected.Operator;

    /// <summary>By the client's own options where it has them, else through the gateway; an error while there is neither.</summary>
    public IPolicyPublisher Publisher { get; }

    private ISite Connected => Volatile.Read(ref connected) ?? throw new InvalidOperationException(WhyNot?.Message);

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken)
        => Volatile.Read(ref connected) is { } site ? await site.ReadChildSitesAsync(cancellationToken).ConfigureAwait(false) : WhyNot ?? stillConnecting;

    /// <summary>Ends a pause before the next attempt.</summary>
    public void Wake()
    {
        lock (gate)
        {
            pausing.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ = DisposeAsync().AsTask();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        Wake();
        await connecting.ConfigureAwait(false);
        Interlocked.Exchange(ref connected, null)?.Dispose();
    }

    private async Task ConnectAsync()
    {
        for (var pause = FirstPause; !ending.IsCancellationRequested; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            var outcome = await AttemptAsync().ConfigureAwait(false);
            if (outcome.TryGet(out var site))
            {
                Volatile.Write(ref connected, site);
                Volatile.Write(ref error, null);
                onConnected?.Invoke();
                return;
            }

            Volatile.Write(ref error, outcome.Error);
            try
            {
                await platform.Time.DelayAsync(pause, Pausing()).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Woken, or the end.
            }
        }
    }

    private async Task<Outcome<ISite>> AttemptAsync()
    {
        try
        {
            return await platform.ConnectAsync(Login, unconnected.Name, Tls, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end; or the client gave up, and then a pause comes before the next attempt as well.
            return new SiteError(SiteErrorKind.Timeout, unconnected.Name, "connect", $"{unconnected.Name}: the attempt to connect was given up.", "It is tried again.");
        }
    }

    private CancellationToken Pausing()
    {
        lock (gate)
        {
            if (pausing.IsCancellationRequested && !ending.IsCancellationRequested)
            {
                pausing = new CancellationTokenSource();
            }

            return pausing.Token;
        }
    }
}

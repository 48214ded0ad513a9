using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Sites;

/// <summary>
/// A site under the operator's own log-in. It is connected in the background, again and again while it does not answer; until then each question is
/// answered with why. The client's own options and recordings are used where it has them. Live video does not depend on it. Thread-safe.
/// </summary>
public sealed class ClientSite : ISite, IAsyncDisposable
{
    /// <summary>The first pause between two attempts; each next one is twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <param name="platform">The client.</param>
    /// <param name="login">The log-in.</param>
    /// <param name="name">The name that the site goes by.</param>
    public ClientSite(IClientPlatform platform, ClientLogin login, string name)
    {
        _ = platform;
        Login = login;
        _ = name;
    }

    /// <summary>The log-in.</summary>
    public ClientLogin Login { get; }

    /// <summary>The site answers through the gateway.</summary>
    public bool IsConnected => false;

    /// <summary>Why it is not connected; null when it is.</summary>
    public SiteError? WhyNot => null;

    /// <inheritdoc/>
    public SiteInfo Info => throw new NotSupportedException();

    /// <inheritdoc/>
    public TimeSpan ClockAhead => throw new NotSupportedException();

    /// <inheritdoc/>
    public ISiteReader Reader => throw new NotSupportedException();

    /// <inheritdoc/>
    public ISiteWriter Writer => throw new NotSupportedException();

    /// <inheritdoc/>
    public ISiteCapabilities Capabilities => throw new NotSupportedException();

    /// <inheritdoc/>
    public IFrameSource Frames => throw new NotSupportedException();

    /// <inheritdoc/>
    public IStateSource States => throw new NotSupportedException();

    /// <inheritdoc/>
    public IRecordings Recordings => throw new NotSupportedException();

    /// <inheritdoc/>
    public IOperatorActions Operator => throw new NotSupportedException();

    /// <inheritdoc/>
    public IPolicyPublisher Publisher => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Ends a pause before the next attempt.</summary>
    public void Wake() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}

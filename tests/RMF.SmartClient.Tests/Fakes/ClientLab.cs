using RMF.Core.Live;
using RMF.Engine.Ports;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A client on a manual clock that is logged in to sites a and b in memory.</summary>
internal sealed class ClientLab : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);

    private readonly HashSet<string> down = [];

    public ClientLab(FakePlatform? platform = null)
    {
        Platform = platform ?? new FakePlatform();
        Platform.Logins = [LoginA, LoginB];
        Platform.OnConnect = (login, name, _) => Task.FromResult(
            down.Contains(login.Id) ? new SiteError(SiteErrorKind.Unreachable, name, "connect", $"{name} does not answer.", "Wait.") : Outcome<ISite>.Of(login == LoginA ? A : B));
        Session = new ClientSession(Platform);
    }

    public static ClientLogin LoginA { get; } = new("id-a", "Server A", new Uri("http://a.example/"));

    public static ClientLogin LoginB { get; } = new("id-b", "Server B", new Uri("http://b.example/"));

    public FakePlatform Platform { get; }

    public FakeSite A { get; } = new("a");

    public FakeSite B { get; } = new("b");

    public ClientSession Session { get; }

    public List<TestTile> Tiles { get; } = [];

    /// <summary>The sites' gateways and options do not answer.</summary>
    public ClientLab Down(params ClientLogin[] logins)
    {
        down.UnionWith(logins.Select(l => l.Id));
        return this;
    }

    public void Up() => down.Clear();

    public ClientLab Publish(PublishedPolicy policy)
    {
        A.Published.Hold(policy);
        B.Published.Hold(policy);
        return this;
    }

    /// <summary>Starts the session and waits until its policy is in force and its orders are known.</summary>
    public async Task StartAsync()
    {
        Session.Start();
        await Platform.UntilAsync(() => Session.Policy is not null && Session.Sites.Count == 2 && Session.Sites.All(s => s.IsConnected));
    }

    /// <summary>Asks once more and waits until that was taken in.</summary>
    public async Task AskAsync(Func<bool> until)
    {
        Session.Wake();
        await Platform.UntilAsync(until);
    }

    public TestTile Open(int camera)
    {
        var tile = new TestTile(Session.OpenTile(Publications.A(camera)), Platform.Time);
        tile.OpenLive();
        Tiles.Add(tile);
        return tile;
    }

    /// <summary>25 frames a second of all sides that speak.</summary>
    public void Play(double seconds)
    {
        for (var at = TimeSpan.Zero; at < TimeSpan.FromSeconds(seconds); at += Step)
        {
            Platform.Clock.Advance(Step);
            Tiles.ForEach(t => t.Frame());
            Platform.Pump();
        }
    }

    public void Order(params OverrideRecord[] records)
    {
        A.Published.Options[PublishedOptions.Overrides] = OverrideText.Write(records);
        B.Published.Options[PublishedOptions.Overrides] = OverrideText.Write(records);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Platform.Dispose();
    }
}

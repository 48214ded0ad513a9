using System.Security.Cryptography.X509Certificates;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect;

namespace RMF.Live.Tests.Fakes;

/// <summary>A simulated site on sockets and a client that is logged in to it.</summary>
internal sealed class Lab : IAsyncDisposable
{
    /// <summary>Short pauses, so that a test sees a stream come back; time-outs long enough for a busy machine.</summary>
    public static readonly LiveTiming Quick = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(20),
        LongestPause = TimeSpan.FromMilliseconds(200),
        SilenceTimeout = TimeSpan.FromSeconds(3),
        AnswerTimeout = TimeSpan.FromSeconds(3),
        PictureInterval = TimeSpan.FromMilliseconds(50),
        FallbackFor = TimeSpan.FromMilliseconds(500),
        CheckEvery = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>Time-outs that no machine is slow enough for: what a test does not provoke does not happen.</summary>
    public static readonly LiveTiming Patient = new()
    {
        ConnectTimeout = TimeSpan.FromMinutes(2),
        AnswerTimeout = TimeSpan.FromMinutes(2),
        ManagementTimeout = TimeSpan.FromMinutes(2),
        PictureTimeout = TimeSpan.FromMinutes(2),
        CommandTimeout = TimeSpan.FromMinutes(2),
    };

    private Lab(SimulatedSite server, ISite site)
    {
        Server = server;
        Site = site;
    }

    public SimulatedSite Server { get; }

    public ISite Site { get; }

    public SimulatedRecorder Recorder => Server.Recorders[0];

    public static async Task<Lab> StartAsync(
        int site = 0,
        Func<SimulatorOptions, SimulatorOptions>? options = null,
        LiveTiming? timing = null,
        X509Certificate2? certificate = null,
        Func<SiteConnection, SiteConnection>? connection = null,
        bool sockets = true,
        TimeProvider? time = null,
        World? world = null)
    {
        time ??= TimeProvider.System;
        var given = new SimulatorOptions { TimeProvider = time, FramesPerSecond = 25 };
        var server = new SimulatedSite((world ?? World.Load("harbour")).Sites[site], options?.Invoke(given) ?? given);
        if (sockets)
        {
            await server.ListenAsync(new ListenOptions { Certificate = certificate });
        }

        var connector = new XProtectConnector(new XProtectOptions(time, 3)
        {
            Live = timing ?? Quick,
            HandlerFactory = sockets ? null : _ => server.CreateHandler(),
        });
        var plain = new SiteConnection(server.Name, server.BaseUri, new SiteCredential.Basic(server.BasicUser, new Secret(server.Password)));
        var outcome = await connector.ConnectAsync(connection?.Invoke(plain) ?? plain, CancellationToken.None);
        Assert.True(outcome.TryGet(out var connected), outcome.Error?.ToString());
        return new Lab(server, connected);
    }

    /// <summary>The enabled cameras of the first recorder.</summary>
    public IReadOnlyList<DataItem> Cameras()
    {
        var hardware = Server.Data.List("hardware").Where(h => h.ParentId == Recorder.Id && IsEnabled(h)).Select(h => h.Id).ToHashSet();
        return [.. Server.Data.List("cameras").Where(c => hardware.Contains(c.ParentId!.Value) && IsEnabled(c))];
    }

    public IFrameStream Open(IFrameObserver observer, DataItem? camera = null, FrameTransport transport = FrameTransport.Stream)
        => Site.Frames.Open(new FrameRequest((camera ?? Cameras()[0]).Id.ToString(), Recorder.Id.ToString()) { Transport = transport }, observer);

    /// <summary>The camera as recordings are asked for.</summary>
    public RecordedCamera Recorded(DataItem? camera = null) => new((camera ?? Cameras()[0]).Id.ToString(), Recorder.Id.ToString());

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        await Server.DisposeAsync();
    }

    private bool IsEnabled(DataItem item) => Server.Data.Get(item.Resource, item.Id.ToString(), "enabled") is true;
}

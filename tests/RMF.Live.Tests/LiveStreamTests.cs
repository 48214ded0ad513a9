using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Testing;

namespace RMF.Live.Tests;

/// <summary>Streams from simulated recorders, over sockets.</summary>
[Trait("Proof", "live-sockets")]
public sealed class LiveStreamTests
{
    [Fact]
    public async Task The_pictures_of_both_sides_say_which_side_serves_them()
    {
        await using var primary = await Lab.StartAsync(site: 0);
        await using var secondary = await Lab.StartAsync(site: 1);
        var (one, two) = (new Watcher(), new Watcher());
        await using var home = primary.Open(one);
        await using var away = secondary.Open(two);
        await one.MoreAsync(5);
        await two.MoreAsync(5);

        Assert.All(one.Pictures, p => Assert.Equal((primary.Server.Name.ToUpperInvariant(), "PRIMARY"), (p.Site, p.Side)));
        Assert.All(two.Pictures, p => Assert.Equal((secondary.Server.Name.ToUpperInvariant(), "SECONDARY"), (p.Site, p.Side)));
        Assert.Equal(StreamStatusKind.Connecting, one.Statuses[0]);
        Assert.Contains(StreamStatusKind.Connected, one.Statuses);
        Assert.Empty(one.Losses);
        Assert.Equal(0, one.Unreadable);
    }

    [Fact]
    public async Task Frames_come_in_order_with_the_servers_time()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync(20);

        var pictures = watcher.Pictures;
        Assert.Equal(pictures.Select(p => p.Frame).Distinct().Order(), pictures.Select(p => p.Frame));
        Assert.Equal(pictures.Select(p => p.Time).Order(), pictures.Select(p => p.Time));
    }

    [Fact]
    public async Task All_who_look_at_a_camera_see_the_same_frames()
    {
        await using var lab = await Lab.StartAsync();
        var (one, two) = (new Watcher(), new Watcher());
        await using var first = lab.Open(one);
        await using var second = lab.Open(two);
        await one.MoreAsync(20);
        await two.MoreAsync(20);
        await one.MoreAsync(20);

        var common = one.Pictures.Select(p => p.Frame).Intersect(two.Pictures.Select(p => p.Frame)).ToList();
        Assert.NotEmpty(common);
        Assert.All(common, f => Assert.Equal(one.Pictures.Single(p => p.Frame == f), two.Pictures.Single(p => p.Frame == f)));
    }

    [Fact]
    public async Task Streams_of_one_recorder_ask_once_where_it_listens()
    {
        await using var lab = await Lab.StartAsync();
        var watchers = lab.Cameras().Take(8).Select(c => (Camera: c, Watcher: new Watcher())).ToList();
        var streams = watchers.ConvertAll(w => lab.Open(w.Watcher, w.Camera));
        foreach (var (_, watcher) in watchers)
        {
            await watcher.MoreAsync(1);
        }

        Assert.Equal(8, streams.Count);
        Assert.Single(lab.Server.Requests.List(), r => r.Route == "GET /recordingServers/{id}");
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_token_is_prolonged_without_a_break()
    {
        // A fifth of the life is left when it is renewed; should a busy machine miss one, the next one counts.
        await using var lab = await Lab.StartAsync(options: o => o with { ConnectionTokenLifetime = TimeSpan.FromSeconds(5) });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.UntilAsync(w => w.Statuses.Contains(StreamStatusKind.TokenRenewed), "a renewed token");
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task Recorders_are_reached_by_tls_when_the_site_says_so()
    {
        using var certificate = Certificates.SelfSigned();
        var print = certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
        await using var lab = await Lab.StartAsync(certificate: certificate, connection: c => c with { PinnedThumbprint = print });
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync();

        lab.Server.Faults.Add(Simulator.Fault.OfStream(Simulator.FaultKind.StreamKill));
        await watcher.LossAsync(StreamLossKind.Unreachable);
        lab.Server.Faults.Clear();
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_recorder_that_listens_elsewhere_now_is_found_there()
    {
        await using var lab = await Lab.StartAsync();
        var id = lab.Recorder.Id.ToString();
        var right = lab.Server.Data.Get("recordingServers", id, "webServerUri")!;
        lab.Server.Data.Set("recordingServers", id, "webServerUri", "http://127.0.0.1:1/");
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.LossAsync(StreamLossKind.Unreachable);

        lab.Server.Data.Set("recordingServers", id, "activeWebServerUri", right);
        stream.Wake();
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task A_stream_survives_a_management_server_that_is_away()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher);
        await watcher.MoreAsync();

        // Token and address are known: a break heals without asking anyone.
        lab.Server.Faults.Add(Simulator.Fault.Error(503));
        var kill = lab.Server.Faults.Add(Simulator.Fault.OfStream(Simulator.FaultKind.StreamKill, lab.Cameras()[0].Id.ToString()));
        await watcher.LossAsync(StreamLossKind.ConnectionLost);
        lab.Server.Faults.Remove(kill);
        await watcher.MoreAsync();
    }

    [Fact]
    public async Task Nothing_is_told_after_the_stream_is_disposed()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        var stream = lab.Open(watcher);
        await watcher.MoreAsync();
        await stream.DisposeAsync();
        var told = watcher.Told;

        var other = new Watcher();
        await using var second = lab.Open(other);
        await other.MoreAsync(10);
        Assert.Equal(told, watcher.Told);
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_can_be_disposed_from_its_own_observer()
    {
        await using var lab = await Lab.StartAsync();
        var disposed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IFrameStream? stream = null;
        var ready = new ManualResetEventSlim();
        var watcher = new Watcher
        {
            OnEachFrame = () =>
            {
                ready.Wait();
                stream!.DisposeAsync().AsTask().GetAwaiter().GetResult();
                disposed.TrySetResult();
            },
        };
        stream = lab.Open(watcher);
        ready.Set();
        await disposed.Task.WaitAsync(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Who_reads_slowly_gets_the_newest_frames_and_not_a_growing_heap_of_old_ones()
    {
        await using var lab = await Lab.StartAsync(options: o => o with { FramesPerSecond = 240 });
        var gate = new ManualResetEventSlim();
        var slow = new Watcher { OnEachFrame = gate.Wait };
        await using var blocked = lab.Open(slow);

        // What the system keeps for the blocked one is full long before the free one has seen so many.
        var free = new Watcher();
        await using var running = lab.Open(free);
        await free.UntilAsync(w => w.Pictures.Count > 0 && w.Pictures[^1].Frame - w.Pictures[0].Frame > 1500, "1,500 frames");
        gate.Set();
        await slow.UntilAsync(w => Jump(w) > 200, "a jump over frames that were left out");
        Assert.Empty(slow.Losses);
    }

    [Fact]
    public async Task Sixty_four_streams_run_at_once()
    {
        await using var lab = await Lab.StartAsync();
        var cameras = lab.Cameras();
        var watchers = Enumerable.Range(0, 64).Select(_ => new Watcher()).ToList();
        var streams = watchers.Select((w, i) => lab.Open(w, cameras[i % cameras.Count])).ToList();
        foreach (var watcher in watchers)
        {
            await watcher.UntilAsync(w => w.Pictures.Count >= 10, "ten pictures");
        }

        foreach (var (watcher, i) in watchers.Select((w, i) => (w, i)))
        {
            Assert.Equal(cameras[i % cameras.Count].Name.ToUpperInvariant(), watcher.Pictures[0].Camera);
            await streams[i].DisposeAsync();
        }
    }

    private static long Jump(Watcher watcher)
    {
        var pictures = watcher.Pictures;
        return pictures.Zip(pictures.Skip(1), (a, b) => b.Frame - a.Frame).DefaultIfEmpty(0).Max();
    }
}

using System.Diagnostics.Metrics;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Testing;
using Xunit;

namespace RMF.Engine.Tests.Live;

public sealed class LiveHostTests : IAsyncDisposable
{
    private static readonly TileSettings Settings = new() { ReactionTime = TimeSpan.FromMilliseconds(500) };

    private readonly ManualTimeProvider time = new();
    private readonly HeardSwitches heard = new();
    private readonly FakeFrames primary;
    private readonly FakeFrames secondary;
    private readonly LiveHost host;

    public LiveHostTests()
    {
        primary = new FakeFrames(time);
        secondary = new FakeFrames(time);
        host = new LiveHost(time, heard);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void A_tile_leaves_a_lost_stream_and_the_picture_after_it_ends_the_gap()
    {
        var tile = Open(1)[0];
        Play(3000);
        Assert.Equal((TilePhase.Home, Side.Primary), (tile.Status.Phase, tile.Status.Shown!.Value));

        primary.Streams[0].Lose(StreamLossKind.ConnectionLost, "harbour closed the connection");

        Assert.Equal(Side.Secondary, tile.Status.Shown);
        var moved = heard.Switches[^1];
        Assert.Equal((SwitchCause.HomeLost, true), (moved.Cause, moved.IsSwitch));
        Assert.Equal("home lost, away has a picture: harbour closed the connection", moved.Reason);
        Assert.Empty(heard.Gaps);
        time.Advance(TimeSpan.FromMilliseconds(40));
        secondary.Frame();
        Assert.Equal(40, Assert.Single(heard.Gaps).TotalMilliseconds);
    }

    [Fact]
    public void A_silent_stream_is_left_by_time_alone()
    {
        var tile = Open(1)[0];
        Play(3000);
        Play(490, plays: secondary);
        Assert.Equal(Side.Primary, tile.Status.Shown);
        Play(100, plays: secondary);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
        Assert.InRange(heard.Switches[^1].Gap.TotalMilliseconds, 500, 560);
    }

    [Fact]
    public void A_drill_obstructs_a_stream_on_this_end_alone()
    {
        var tile = Open(1)[0];
        Play(3000);
        tile.Obstruct(Side.Primary, Obstruction.Cut);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
        Play(5000);
        Assert.Equal(SideStatus.Lost, tile.Status.Primary.Health);
        tile.Obstruct(Side.Primary, Obstruction.None);
        Play(11_000);
        Assert.Equal((Side.Primary, TilePhase.Home, 2), (tile.Status.Shown!.Value, tile.Status.Phase, tile.Status.Switches));
        Assert.False(primary.Streams[0].IsClosed);

        tile.Obstruct(Side.Primary, Obstruction.Silence);
        Play(400);
        Assert.Equal(Side.Primary, tile.Status.Shown);
        Play(200);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
    }

    [Fact]
    public void Tiles_of_one_recorder_warn_the_one_that_is_only_silent()
    {
        var tiles = Open(4);
        Play(3000);
        for (var i = 1; i < 4; i++)
        {
            primary.Streams[i].Lose(StreamLossKind.ConnectionLost, "gone");
        }

        // The first has lost nothing but time: less than its reaction time.
        Play(300, plays: secondary);
        Assert.Equal(Side.Secondary, tiles[0].Status.Shown);
        Assert.InRange(heard.Switches[^1].Gap.TotalMilliseconds, 250, 350);
    }

    [Fact]
    public void What_a_site_says_is_gone_is_lost_unless_its_frames_are_fresh()
    {
        var tiles = Open(2);
        Play(3000);
        var following = new StateFollowing(host, "harbour");

        following.OnState(new DeviceState(StateSourceKind.Recorder, "rec-a1", CommunicationState.Failed, null));
        Play(600);
        Assert.All(tiles, t => Assert.Equal(Side.Primary, t.Status.Shown));

        Play(320, plays: secondary);
        following.OnState(new DeviceState(StateSourceKind.Camera, "p1", CommunicationState.Failed, null));
        Assert.Equal([Side.Secondary, Side.Primary], tiles.Select(t => t.Status.Shown!.Value));

        following.OnState(new DeviceState(StateSourceKind.Camera, "p1", CommunicationState.Up, null));
        following.OnState(new DeviceState(StateSourceKind.Camera, "of nobody", CommunicationState.Up, null));
        Assert.Equal(1, primary.Streams[0].Woken);
        Assert.Equal(0, primary.Streams[1].Woken);
    }

    [Fact]
    public void A_pin_ends_by_itself_and_another_priority_counts_from_now_on()
    {
        var tile = Open(1)[0];
        Play(3000);
        Assert.Null(tile.Pin(Side.Secondary, TimeSpan.FromSeconds(10)));
        Assert.Equal((Side.Secondary, TilePhase.Pinned), (tile.Status.Shown!.Value, tile.Status.Phase));
        Assert.Equal("A pin holds the tile; lift it.", tile.Send(TileEvent.Failback));
        Play(10_100);
        Assert.Equal(Side.Primary, tile.Status.Shown);

        Play(5000);
        tile.Settings = Settings with { Priority = Side.Secondary };
        Play(100);
        Assert.Equal((Side.Secondary, Side.Secondary), (tile.Status.Shown!.Value, tile.Status.Home));
    }

    [Fact]
    public void What_streams_say_is_told_with_their_rates()
    {
        var tile = Open(1)[0];
        Play(4000);
        var status = tile.Status.Primary;
        Assert.Equal(("harbour", SideStatus.Healthy), (status.Site, status.Health));
        Assert.InRange(status.FramesPerSecond, 24, 26);
        Assert.Equal(100, status.Frames);
        primary.Streams[0].Lose(StreamLossKind.Refused, "no permission");
        Assert.Equal(("no permission", SideStatus.Lost), (tile.Status.Primary.Detail, tile.Status.Primary.Health));
    }

    [Fact]
    public async Task A_closed_host_closes_its_streams_and_tells_no_time()
    {
        Open(2);
        Play(1000);
        await host.DisposeAsync();
        Assert.All(primary.Streams.Concat(secondary.Streams), s => Assert.True(s.IsClosed));
        var count = heard.Switches.Count;
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(count, heard.Switches.Count);
    }

    [Fact]
    public async Task One_tile_is_closed_and_the_others_go_on()
    {
        var tiles = Open(2);
        Play(1000);
        await host.CloseAsync(tiles[0]);
        await host.CloseAsync(tiles[0]);

        Assert.Equal([tiles[1]], host.Tiles);
        Assert.Equal([true, false], primary.Streams.Select(s => s.IsClosed));
        Assert.Equal([true, false], secondary.Streams.Select(s => s.IsClosed));
        heard.Switches.Clear();
        Play(3000, plays: secondary);
        Assert.Equal("Gate 2", Assert.Single(heard.Switches).Tile);
    }

    [Fact]
    public async Task Streams_of_closed_tiles_say_nothing_of_their_recorder()
    {
        var tiles = Open(4);
        Play(3000);
        foreach (var stream in primary.Streams.Skip(1))
        {
            stream.Lose(StreamLossKind.ConnectionLost, "gone");
        }

        foreach (var tile in tiles.Skip(1))
        {
            await host.CloseAsync(tile);
        }

        // Less than its reaction time, and nobody is left who could warn it.
        Play(400, plays: secondary);
        Assert.Equal(Side.Primary, tiles[0].Status.Shown);
    }

    [Fact]
    public void A_tile_has_an_observer_of_its_own_that_hears_first()
    {
        var order = new List<string>();
        var own = new HeardSwitches { OnMove = m => order.Add("own " + m.Tile + heard.Switches.Count) };
        var pair = new TilePair("Gate", new TileSource(primary, new FrameRequest("p", "REC-A1"), "harbour"), new TileSource(secondary, new FrameRequest("s", "REC-B1"), "inland"));
        host.Open(pair, Settings, own);
        host.Open(pair, Settings);
        Play(1000);
        primary.Streams[0].Lose(StreamLossKind.ConnectionLost, "gone");
        Play(40, plays: secondary);
        Assert.Equal([SwitchCause.Started, SwitchCause.HomeLost], own.Switches.Select(s => s.Cause));
        Assert.Equal(["own Gate0", "own Gate2"], order);
        Assert.Equal(3, heard.Switches.Count);
        Assert.Equal(heard.Gaps, own.Gaps);
    }

    [Fact]
    public void A_tile_that_is_told_by_other_names_keeps_its_streams_and_hears_its_new_peers()
    {
        var others = Open(4).Skip(1).ToList();
        var unknown = new TilePair("Gate", new TileSource(primary, new FrameRequest("p", ""), ""), new TileSource(secondary, new FrameRequest("s", ""), ""));
        var tile = host.Open(unknown, Settings);
        Play(3000);
        host.Describe(tile, new TilePair("Gate 9", new TileSource(primary, new FrameRequest("p", "REC-A1"), "harbour"), new TileSource(secondary, new FrameRequest("s", "REC-B1"), "inland")));
        Assert.Equal(("Gate 9", "harbour", Side.Primary), (tile.Name, tile.Status.Primary.Site, tile.Status.Shown!.Value));
        Assert.Equal(5, primary.Streams.Count);
        Assert.All(primary.Streams, s => Assert.False(s.IsClosed));

        for (var i = 1; i < 4; i++)
        {
            primary.Streams[i].Lose(StreamLossKind.ConnectionLost, "gone");
        }

        Play(300, plays: secondary);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
        Assert.Equal(3, others.Count);
    }

    [Fact]
    public async Task A_closed_tile_is_not_told_by_other_names()
    {
        var tile = Open(1)[0];
        await host.CloseAsync(tile);
        host.Describe(tile, tile.Pair with { Name = "other" });
        Assert.Equal("Gate 1", tile.Name);
    }

    [Fact]
    public void Switches_are_counted_for_any_listener_of_the_meter()
    {
        var causes = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == LiveMetrics.Name && instrument.Name == "rmf.live.switches")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        var mine = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == mine)
            {
                causes.Add((string)tags[0].Value!);
            }
        });
        listener.Start();
        Open(1);
        Play(1000);
        primary.Streams[0].Lose(StreamLossKind.StreamEnded, "bye");
        Assert.Equal(["Started", "HomeLost"], causes);
    }

    [Fact]
    public void Each_switch_is_a_line_of_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("rmf-switches");
        try
        {
            var path = Path.Combine(folder.FullName, "below", "switches.jsonl");
            using (var log = new SwitchLog(path, heard))
            {
                log.OnSwitch(new TileSwitch(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "Gate \"1\"", Side.Primary, null, SwitchCause.BothLost, "home lost", TimeSpan.FromMilliseconds(512.34)));
                log.OnSwitch(new TileSwitch(default, "Gate 2", null, Side.Primary, SwitchCause.Started, "home has a picture", TimeSpan.Zero));
                Assert.Null(log.Failure);
            }

            var lines = File.ReadAllLines(path);
            Assert.Equal(2, lines.Length);
            Assert.Equal(2, heard.Switches.Count);
            var first = JsonDocument.Parse(lines[0]).RootElement;
            Assert.Equal("""{"time":"2026-01-02T03:04:05Z","tile":"Gate \u00221\u0022","from":"Primary","to":null,"cause":"BothLost","reason":"home lost","gapMs":512.3}""", first.GetRawText());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private List<LiveTile> Open(int count) => Enumerable.Range(1, count)
        .Select(i => host.Open(
            new TilePair($"Gate {i}", new TileSource(primary, new FrameRequest($"p{i}", "REC-A1"), "harbour"), new TileSource(secondary, new FrameRequest($"s{i}", "REC-B1"), "inland")),
            Settings))
        .ToList();

    /// <summary>25 frames a second of both sides, or of one.</summary>
    private void Play(int milliseconds, FakeFrames? plays = null)
    {
        var speaking = plays is null ? new[] { primary, secondary } : [plays];
        for (var i = 0; i < milliseconds / 40; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            foreach (var frames in speaking)
            {
                frames.Frame();
            }
        }
    }

    private sealed class HeardSwitches : ILiveObserver
    {
        public List<TileSwitch> Switches { get; } = [];

        public List<TimeSpan> Gaps { get; } = [];

        public Action<TileSwitch> OnMove { get; init; } = _ => { };

        public void OnSwitch(TileSwitch moved)
        {
            OnMove(moved);
            Switches.Add(moved);
        }

        public void OnPicture(string tile, TimeSpan gap) => Gaps.Add(gap);
    }
}

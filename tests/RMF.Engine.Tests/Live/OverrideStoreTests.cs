using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Engine.Tests.Fakes;
using RMF.Policy.Publishing;
using RMF.Testing;
using Xunit;

namespace RMF.Engine.Tests.Live;

public sealed class OverrideStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MemorySite a = Site("a");
    private readonly MemorySite b = Site("b");

    [Fact]
    public async Task An_order_goes_to_both_sides_and_is_not_written_twice()
    {
        var written = await AddAsync(Order("x"));
        Assert.Equal((1, 1), (a.Published.Writes, b.Published.Writes));
        Assert.Equal(["x"], Held(a));
        Assert.Equal(["x"], Held(b));
        Assert.Null(written.ErrorOf("a"));
        Assert.Equal(0, (await AddAsync()).Writes);
    }

    [Fact]
    public async Task What_one_side_missed_is_written_when_it_is_back()
    {
        b.Published.Failure = Error;
        Assert.NotNull((await AddAsync(Order("x"))).ErrorOf("b"));
        Assert.Equal(["x"], Held(a));
        b.Published.Failure = null;
        await AddAsync();
        Assert.Equal(["x"], Held(b));
    }

    [Fact]
    public async Task An_order_that_was_lifted_while_a_side_was_away_does_not_come_back()
    {
        var order = Order("x");
        await AddAsync(order);
        b.Published.Failure = Error;
        await AddAsync(order with { Serial = 2, IsLifted = true });
        Assert.Equal(["x"], Held(a));
        b.Published.Failure = null;
        Assert.Empty(new OverridesInForce((await OverrideStore.ReadAsync([a, b], CancellationToken.None)).SelectMany(s => s.Records!), Now).All);
        await AddAsync();
        Assert.Empty(Held(a));
        Assert.Empty(Held(b));
    }

    [Fact]
    public async Task Lifting_with_both_sides_there_leaves_nothing_behind()
    {
        await AddAsync(Order("x"), Order("y") with { Serial = 2 });
        await AddAsync(Order("x") with { Serial = 3, IsLifted = true });
        Assert.Equal(["y"], Held(a));
        Assert.Equal(["y"], Held(b));
    }

    [Fact]
    public async Task What_another_wrote_at_the_same_time_is_kept()
    {
        var once = true;
        a.Published.AfterRead = _ =>
        {
            if (once)
            {
                once = false;
                a.Published.Options[PublishedOptions.Overrides] = OverrideText.Write([Order("other")]);
            }
        };
        // The first writing overwrites the other's order on one side; the other side's client sees to it that the union counts.
        b.Published.Options[PublishedOptions.Overrides] = OverrideText.Write([Order("other")]);
        await AddAsync(Order("x") with { Serial = 2 });
        Assert.Equal(["other", "x"], Held(a));
        Assert.Equal(["other", "x"], Held(b));
    }

    [Fact]
    public async Task A_side_that_refuses_is_told_and_the_other_holds_the_order()
    {
        b.Published.OnWrite = (_, _) => Error;
        var written = await AddAsync(Order("x"));
        Assert.Equal(Error, written.ErrorOf("b"));
        Assert.Null(written.ErrorOf("a"));
        Assert.Equal(["x"], Held(a));
    }

    [Fact]
    public async Task What_is_not_ours_is_not_overwritten()
    {
        a.Published.Options[PublishedOptions.Overrides] = "<somethingElse/>";
        var written = await AddAsync(Order("x"));
        Assert.Equal(SiteErrorKind.UnexpectedAnswer, written.ErrorOf("a")!.Kind);
        Assert.Equal("<somethingElse/>", a.Published.Options[PublishedOptions.Overrides]);
    }

    [Fact]
    public async Task More_orders_than_a_site_keeps_are_refused_whole()
    {
        var many = Enumerable.Range(0, OverrideText.MostRecords + 1).Select(i => Order("c" + i)).ToArray();
        Assert.True((await AddAsync(many)).IsFull);
        Assert.Equal(0, a.Published.Writes);
        Assert.False((await AddAsync(many[1..])).IsFull);
    }

    [Fact]
    public async Task The_poller_sees_orders_within_its_period_and_keeps_them_while_a_side_is_away()
    {
        var time = new ManualTimeProvider(Now);
        var heard = new List<int>();
        await using var poller = new OverridePoller([a, b], time, o => heard.Add(o.All.Count));
        await AnsweredAsync(poller, 2);
        await AddAsync(Order("x") with { Until = Now.AddSeconds(20) });
        await AnsweredAsync(poller, poller.Answers + 3);
        Assert.Equal("x", Assert.Single(poller.Current.All).Target);

        a.Published.Failure = Error;
        b.Published.Failure = Error;
        await AnsweredAsync(poller, poller.Answers + 3);
        Assert.Single(poller.Current.All);

        // Its time is up by the clock alone.
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(poller.Current.All);
        Assert.Equal([1, 0], heard);
    }

    [Fact]
    public async Task What_is_in_force_is_known_when_all_were_asked_and_one_has_told()
    {
        var time = new ManualTimeProvider(Now);
        a.Published.Failure = Error;
        b.Published.Failure = Error;
        await using var poller = new OverridePoller([a, b], time);
        await AnsweredAsync(poller, 6);
        Assert.False(poller.IsKnown);
        b.Published.Failure = null;
        await AnsweredAsync(poller, poller.Answers + 3);
        Assert.True(poller.IsKnown);

        // It stays known when the sites go away again.
        b.Published.Failure = Error;
        await AnsweredAsync(poller, poller.Answers + 3);
        Assert.True(poller.IsKnown);

        await using var none = new OverridePoller([], time);
        Assert.True(none.IsKnown);
    }

    [Fact]
    public async Task A_site_that_was_never_done_with_answering_leaves_it_open_what_is_in_force_until_its_patience_is_over()
    {
        var time = new ManualTimeProvider(Now);
        a.OtherPublisher = new SilentPublisher();
        await using var poller = new OverridePoller([a, b], time);
        await AnsweredAsync(poller, 2);
        Assert.False(poller.IsKnown);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!poller.IsKnown)
        {
            time.Advance(OverridePoller.Patience);
            await Task.Delay(1, patience.Token);
        }
    }

    [Theory]
    [InlineData(0, 60, 0)]
    [InlineData(60, 0, 1)]
    [InlineData(-60, 60, 1)]
    public async Task Orders_end_by_the_sites_time(int firstAhead, int secondAhead, int left)
    {
        a.ClockAhead = TimeSpan.FromSeconds(firstAhead);
        b.ClockAhead = TimeSpan.FromSeconds(secondAhead);
        await AddAsync(Order("x") with { Until = Now.AddSeconds(firstAhead < 0 ? 1 : 60 + left) });
        await using var poller = new OverridePoller([a, b], new ManualTimeProvider(Now));
        await AnsweredAsync(poller, 2);
        Assert.Equal(left, poller.Current.All.Count);
        Assert.Equal(TimeSpan.FromSeconds(left * firstAhead), poller.Current.Ahead);
    }

    [Fact]
    public async Task A_pin_ends_on_a_tile_by_the_sites_time()
    {
        var time = new ManualTimeProvider(Now);
        var primary = new FakeFrames(time);
        var secondary = new FakeFrames(time);
        await using var host = new LiveHost(time);
        var tile = host.Open(new TilePair("Gate", new TileSource(primary, new FrameRequest("x", "rec-a"), "a"), new TileSource(secondary, new FrameRequest("y", "rec-b"), "b")), new TileSettings());
        Play(time, 1_000, primary, secondary);
        var ahead = TimeSpan.FromMinutes(10);
        new TileSteering(host).Follow(new OverridesInForce([Order("x") with { Until = Now.AddMinutes(11) }], Now + ahead) { Ahead = ahead });
        Play(time, 30_000, primary, secondary);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
        Play(time, 60_000, primary, secondary);
        Assert.Equal(Side.Primary, tile.Status.Shown);
    }

    [Fact]
    public async Task A_site_that_does_not_answer_holds_up_no_other()
    {
        var time = new ManualTimeProvider(Now);
        var silent = new SilentPublisher();
        a.OtherPublisher = silent;
        await using var poller = new OverridePoller([a, b], time);
        await AnsweredAsync(poller, 1);
        b.Published.Options[PublishedOptions.Overrides] = OverrideText.Write([Order("x")]);
        await AnsweredAsync(poller, poller.Answers + 2);
        Assert.Single(poller.Current.All);
        Assert.Equal(1, silent.Asked);
    }

    [Fact]
    public async Task Tiles_follow_the_orders_in_force()
    {
        var time = new ManualTimeProvider(Now);
        var primary = new FakeFrames(time);
        var secondary = new FakeFrames(time);
        await using var host = new LiveHost(time);
        var steering = new TileSteering(host);
        var tile = host.Open(new TilePair("Gate", new TileSource(primary, new FrameRequest("x", "rec-a"), "a"), new TileSource(secondary, new FrameRequest("y", "rec-b"), "b")), new TileSettings());
        Play(time, 1_000, primary, secondary);
        Assert.Equal(Side.Primary, tile.Status.Shown);

        steering.Follow(new OverridesInForce([Order("x")], Now));
        Play(time, 20_000, primary, secondary);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
        Assert.Equal(Side.Secondary, tile.Status.Home);

        steering.Follow(OverridesInForce.None);
        Play(time, 60_000, primary, secondary);
        Assert.Equal((Side.Primary, Side.Primary), (tile.Status.Shown!.Value, tile.Status.Home));

        steering.Follow(new OverridesInForce([Order("") with { Scope = OverrideScope.Side, Act = OverrideAct.Suspend }], Now));
        Assert.Equal(TilePhase.Paused, tile.Status.Phase);
        steering.Follow(OverridesInForce.None);
        Assert.NotEqual(TilePhase.Paused, tile.Status.Phase);
    }

    [Fact]
    public async Task A_check_takes_one_picture_for_an_answer_and_tells_why_there_is_none()
    {
        var time = new ManualTimeProvider(Now);
        var good = new AnsweringFrames(time, o => o.OnFrame(new LiveFrame(time.GetTimestamp(), time.GetUtcNow(), null, [0xFF, 0xD8])));
        var refused = new AnsweringFrames(time, o => o.OnLoss(new StreamLoss(StreamLossKind.ConnectionLost, "refused", time.GetTimestamp())));
        var check = ServeCheck.RunAsync([Question("one", good), new ServeQuestion("two", null, "disabled"), Question("three", refused)], time, CancellationToken.None);
        await refused.Opened;
        time.Advance(ServeCheck.Patience);
        Assert.Equal([new("two", "disabled"), new("three", "refused")], await check);
        Assert.Equal((1, 1), (good.Count, refused.Count));

        var many = new AnsweringFrames(time, o => o.OnFrame(new LiveFrame(time.GetTimestamp(), time.GetUtcNow(), null, [0xFF, 0xD8])));
        Assert.Empty(await ServeCheck.RunAsync([.. Enumerable.Range(0, 12_000).Select(i => Question("c" + i, many))], time, CancellationToken.None));
        Assert.Equal(ServeCheck.MostPictures, many.Count);
    }

    private static ServeQuestion Question(string name, IFrameSource frames) => new(name, new TileSource(frames, new FrameRequest(name, "rec"), "b"), null);

    private static void Play(ManualTimeProvider time, int milliseconds, params FakeFrames[] plays)
    {
        for (var at = 0; at < milliseconds; at += 40)
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            foreach (var frames in plays)
            {
                frames.Frame();
            }
        }
    }

    // The asking runs on the pool; the clock stands still meanwhile.
    private static async Task AnsweredAsync(OverridePoller poller, int answers)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (poller.Answers < answers)
        {
            // A question that is still closing lets one call pass.
            poller.Wake();
            await Task.Delay(1, patience.Token);
        }
    }

    private static string[] Held(MemorySite site) => [.. OverrideText.Read(site.Published.Options[PublishedOptions.Overrides])!.Select(r => r.Target)];

    private static OverrideRecord Order(string camera) => new() { Serial = 1, Scope = OverrideScope.Camera, Act = OverrideAct.Show, Target = camera, Show = Side.Secondary, From = Now };

    private static SiteError Error { get; } = new(SiteErrorKind.Unreachable, "b", "write", "b does not answer.", "Wait.");

    private static MemorySite Site(string name) => new(new SiteSnapshot(name, "25.2.1.1", Now, [], []));

    private Task<OverrideWriting> AddAsync(params OverrideRecord[] records) => OverrideStore.WriteAsync([a, b], _ => records, Now, CancellationToken.None);

    private sealed class SilentPublisher : IPolicyPublisher
    {
        private int asked;

        public int Asked => asked;

        public async Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref asked);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return "";
        }

        public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class AnsweringFrames(TimeProvider time, Action<IFrameObserver> answer) : IFrameSource
    {
        private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public int Count => count;

        public Task Opened => opened.Task;

        public IFrameStream Open(FrameRequest request, IFrameObserver observer)
        {
            Interlocked.Increment(ref count);
            answer(observer);
            opened.TrySetResult();
            return new FakeStream(request, observer, time);
        }
    }
}

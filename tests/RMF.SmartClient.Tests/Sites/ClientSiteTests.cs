using RMF.Engine.Ports;
using RMF.Engine.Tests.Fakes;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Sites;
using RMF.SmartClient.Tests.Fakes;

namespace RMF.SmartClient.Tests.Sites;

[Trait("Proof", "plugin-model")]
public sealed class ClientSiteTests : IDisposable
{
    private static readonly Guid Option = new("00000000-0000-0000-0000-000000000001");

    private readonly FakePlatform platform = new();
    private readonly FakeSite gateway = new("a");

    public void Dispose() => platform.Dispose();

    [Fact]
    public async Task A_site_that_does_not_answer_is_tried_again_in_pauses_that_grow_to_a_bound()
    {
        await using var site = New();
        var pauses = new List<double>();
        for (var attempt = 1; attempt < 9; attempt++)
        {
            await AttemptedAsync(site, attempt);
            var pause = TimeSpan.Zero;
            await platform.UntilAsync(() =>
            {
                if (platform.Connects.Count == attempt)
                {
                    platform.Advance(TimeSpan.FromSeconds(1));
                    pause += TimeSpan.FromSeconds(1);
                }

                return platform.Connects.Count > attempt;
            });
            pauses.Add(pause.TotalSeconds);
        }

        // The pause begins a moment after the attempt: on a busy machine one step may be lost, none is gained.
        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], pauses.Zip([2d, 4, 8, 16, 32, 60, 60, 60], (p, least) => p >= least && p <= least * 4 + 20 ? least : p));
        Assert.False(site.IsConnected);
    }

    [Fact]
    public async Task A_pause_ends_when_somebody_knows_that_the_site_is_back()
    {
        await using var site = New();
        await AttemptedAsync(site, 1);
        platform.OnConnect = (_, _, _) => Task.FromResult(Outcome<ISite>.Of(gateway));
        await platform.UntilAsync(() =>
        {
            site.Wake();
            return site.IsConnected;
        });
        Assert.Null(site.WhyNot);
        Assert.Equal("25.2.1.1", site.Info.Version);
    }

    [Fact]
    public async Task An_attempt_that_the_client_gave_up_is_made_again_after_a_pause()
    {
        platform.OnConnect = (_, _, _) => throw new OperationCanceledException();
        await using var site = New();
        await AttemptedAsync(site, 1);
        Assert.Equal(SiteErrorKind.Timeout, site.WhyNot!.Kind);
        await platform.UntilAsync(() =>
        {
            platform.Advance(TimeSpan.FromSeconds(1));
            return platform.Connects.Count == 2;
        });
    }

    [Fact]
    public async Task Until_it_is_connected_each_question_is_answered_with_why()
    {
        await using var site = New();
        await AttemptedAsync(site, 1);
        Assert.Equal("a does not answer.", (await site.Publisher.ReadAsync(Option, CancellationToken.None)).Error!.Message);
        Assert.Equal("a does not answer.", (await site.Publisher.WriteAsync(Option, "<a/>", CancellationToken.None))!.Message);
        Assert.Equal("a does not answer.", (await site.ReadChildSitesAsync(CancellationToken.None)).Error!.Message);
        Assert.Equal("a does not answer.", Assert.Throws<InvalidOperationException>(() => site.Operator).Message);
        Assert.Equal(("a", "HARBOUR\\op", TimeSpan.Zero, false), (site.Info.Name, site.Info.Account, site.ClockAhead, site.HasRecordings));
    }

    [Fact]
    public async Task The_clients_own_options_are_read_first_and_what_they_lack_through_the_gateway()
    {
        var own = new MemoryPublisher();
        platform.Options[ClientLab.LoginA.Id] = own;
        platform.OnConnect = (_, _, _) => Task.FromResult(Outcome<ISite>.Of(gateway));
        await using var site = New();
        await platform.UntilAsync(() => site.IsConnected);
        gateway.Published.Options[Option] = "<gateway/>";
        Assert.Equal("<gateway/>", await ReadAsync(site));
        own.Options[Option] = "<own/>";
        Assert.Equal("<own/>", await ReadAsync(site));
        own.Failure = new SiteError(SiteErrorKind.ServerError, "a", "read", "it cannot", "Wait.");
        Assert.Equal("<gateway/>", await ReadAsync(site));
        Assert.Null(await site.Publisher.WriteAsync(Option, "<new/>", CancellationToken.None));
        Assert.Equal(("<new/>", "<own/>"), (gateway.Published.Options[Option], own.Options[Option]));
    }

    [Fact]
    public async Task The_clients_own_options_do_without_the_gateway()
    {
        var own = new MemoryPublisher();
        own.Options[Option] = "<own/>";
        platform.Options[ClientLab.LoginA.Id] = own;
        await using var site = New();
        Assert.Equal("<own/>", await ReadAsync(site));
        own.Options.Clear();
        Assert.Equal("", await ReadAsync(site));
    }

    [Fact]
    public async Task A_site_that_is_closed_closes_its_connection_and_ends_its_attempts()
    {
        platform.OnConnect = (_, _, _) => Task.FromResult(Outcome<ISite>.Of(gateway));
        var site = New();
        await platform.UntilAsync(() => site.IsConnected);
        await site.DisposeAsync();
        await site.DisposeAsync();
        Assert.True(gateway.IsDisposed);

        platform.OnConnect = async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Outcome<ISite>.Of(gateway);
        };
        var hanging = New();
        await platform.UntilAsync(() => platform.Connects.Count == 2);
        await hanging.DisposeAsync();
        Assert.False(hanging.IsConnected);
    }

    private static async Task<string> ReadAsync(ClientSite site)
    {
        var read = await site.Publisher.ReadAsync(Option, CancellationToken.None);
        Assert.Null(read.Error);
        return read.Value!;
    }

    private ClientSite New() => new(platform, ClientLab.LoginA, "a", null);

    private Task AttemptedAsync(ClientSite site, int attempts)
        => platform.UntilAsync(() => platform.Connects.Count >= attempts && !site.WhyNot!.Message.Contains("still connecting", StringComparison.Ordinal));
}

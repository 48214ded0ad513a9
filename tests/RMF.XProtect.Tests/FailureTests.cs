using System.Net.Sockets;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class FailureTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    [Trait("Proof", "bad-input")]
    public async Task A_storm_of_503_is_waited_out_with_growing_pauses()
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire, clock);
        var times = new List<DateTimeOffset>();
        wire.On("GET", "cameras\\?disabled&page=0", _ =>
        {
            times.Add(clock.GetUtcNow());
            return times.Count < 6 ? ScriptedSite.Answer("<html>503</html>", 503, "text/html") : ScriptedSite.Answer($$"""{"array":[{{Shapes.CameraJson(1)}}]}""");
        });
        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Camera));

        Assert.True(snapshot.IsComplete);
        Assert.Equal(6, times.Count);
        var pauses = times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds).ToArray();
        Assert.InRange(pauses[0], 0.1, 0.6);
        Assert.InRange(pauses[4], 1.9, 6.5);
    }

    [Fact]
    public async Task A_storm_that_does_not_end_makes_the_part_partial_after_a_bounded_number_of_attempts()
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire, clock);
        wire.Json("GET", "cameras\\?disabled", "busy", 503);
        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Camera, ItemKind.Hardware));

        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains("HTTP 503", snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.Equal(6, wire.Calls.Count(c => c.Target.Contains("cameras?disabled")));
    }

    [Fact]
    public async Task Retry_After_is_kept_within_a_bound()
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire, clock);
        var times = new List<DateTimeOffset>();
        wire.On("GET", "cameras\\?disabled&page=0", _ =>
        {
            times.Add(clock.GetUtcNow());
            var answer = ScriptedSite.Answer(times.Count == 3 ? """{"array":[]}""" : "busy", times.Count == 3 ? 200 : 503);
            answer.Headers.TryAddWithoutValidation("Retry-After", times.Count == 1 ? "20" : "86400");
            return answer;
        });
        await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Camera), TimeSpan.FromSeconds(1));

        Assert.InRange((times[1] - times[0]).TotalSeconds, 20, 25);
        Assert.InRange((times[2] - times[1]).TotalSeconds, 60, 65);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public async Task Silence_ends_in_a_time_out_which_is_tried_once_more()
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire, clock);
        wire.On("GET", "cameras\\?disabled", _ => new HttpResponseMessage { Content = new SilentContent() });
        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Camera, ItemKind.Hardware), TimeSpan.FromSeconds(10));

        Assert.Contains("no answer within 180 s", snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.Equal(2, wire.Calls.Count(c => c.Target.Contains("cameras?disabled")));
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Hardware).State);
    }

    [Fact]
    public async Task A_write_without_an_answer_is_unknown_and_a_write_that_never_left_has_failed()
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire, clock);
        var camera = (await Connect.SnapshotAsync(site, ItemKind.Camera)).Items.Single();
        var update = new ItemUpdate(camera, camera, ["name"]);
        wire.On("PATCH", "cameras/", _ => new HttpResponseMessage { Content = new SilentContent() });
        var silent = await Virtual.RunAsync(clock, () => site.Writer.UpdateAsync(update, CancellationToken.None), TimeSpan.FromSeconds(10));
        Assert.Equal((WriteStatus.Unknown, SiteErrorKind.Timeout), (silent.Status, silent.Error!.Kind));

        wire.On("PATCH", "cameras/", _ => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)));
        var refused = await site.Writer.UpdateAsync(update, CancellationToken.None);
        Assert.Equal((WriteStatus.Failed, SiteErrorKind.Unreachable), (refused.Status, refused.Error!.Kind));
        Assert.True(refused.Error.IsTransient);

        wire.On("PATCH", "cameras/", _ => throw new HttpRequestException("x", new IOException("y", new SocketException((int)SocketError.ConnectionReset))));
        var reset = await site.Writer.UpdateAsync(update, CancellationToken.None);
        Assert.Equal((WriteStatus.Unknown, SiteErrorKind.ConnectionLost), (reset.Status, reset.Error!.Kind));
        Assert.Equal(3, wire.Calls.Count(c => c.Method == "PATCH"));
    }

    [Fact]
    public async Task One_device_that_cannot_be_read_does_not_spoil_the_others()
    {
        var wire = Shapes.Site(20);
        using var site = await Connect.ToAsync(wire, clock);
        wire.Json("GET", "streams/" + Shapes.CameraId(5), """{"error":{"httpCode":500,"details":[{"errorText":"driver VMO1234 failed"}]}}""", 500);
        wire.Json("GET", "settings/" + Shapes.CameraId(6), """{"error":{"httpCode":404,"details":[{"errorText":"Device not found. cameras/x"}]}}""", 404);
        wire.Json("GET", "settings/" + Shapes.CameraId(7), """<html>404</html>""", 404);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Streams, ItemKind.Settings, ItemKind.DeviceStream);

        Assert.Equal(19, snapshot.OfKind(ItemKind.Streams).Count);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Streams).State);
        Assert.Contains("VMO1234", Assert.Single(snapshot.PartOf(ItemKind.Streams).Unread, u => u.Key == Shapes.CameraId(5)).Value);
        Assert.Equal([Shapes.CameraId(7)], snapshot.PartOf(ItemKind.Settings).Unread.Keys);
        Assert.Equal(18, snapshot.OfKind(ItemKind.Settings).Count);
        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.DeviceStream).State);
        Assert.False(snapshot.IsComplete);
    }

    [Fact]
    public async Task A_site_that_goes_away_in_the_middle_is_given_up_after_a_few_devices()
    {
        var wire = Shapes.Site(2000);
        using var site = await Connect.ToAsync(wire, clock);
        wire.On("GET", "streams/", _ => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)));
        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Streams), TimeSpan.FromSeconds(1));

        Assert.Equal(2000, snapshot.PartOf(ItemKind.Streams).Unread.Count);
        Assert.Contains(snapshot.PartOf(ItemKind.Streams).Unread.Values, r => r.StartsWith("not tried any more", StringComparison.Ordinal));
        Assert.InRange(wire.Calls.Count(c => c.Target.Contains("streams/")), 72, 120);
    }

    [Fact]
    public async Task A_release_without_a_resource_gives_a_part_that_was_not_read()
    {
        var wire = Shapes.Site(30);
        wire.Json("GET", "motionDetections/", """{"error":{"httpCode":404,"details":[{"errorText":"Unknown resource: motionDetections"}]}}""", 404);
        using var site = await Connect.ToAsync(wire);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.MotionDetection);

        Assert.Equal(PartState.NotRead, snapshot.PartOf(ItemKind.MotionDetection).State);
        Assert.Contains("Unknown resource", site.Capabilities.WhyNot(ItemKind.MotionDetection));
        Assert.InRange(wire.Calls.Count(c => c.Target.Contains("motionDetections/")), 1, 8);
    }

    [Fact]
    public async Task When_nothing_can_be_read_the_reading_fails_as_a_whole()
    {
        var wire = Shapes.Site(3);
        using var site = await Connect.ToAsync(wire, clock);
        wire.On("GET", "^/api/rest", _ => throw new HttpRequestException("x", new SocketException((int)SocketError.HostUnreachable)));
        var outcome = await Virtual.RunAsync(clock, () => site.Reader.ReadAsync(new SnapshotRequest([ItemKind.Camera, ItemKind.Streams], [], ReadDepth.Full), null, CancellationToken.None), TimeSpan.FromSeconds(1));

        Assert.Equal(SiteErrorKind.Unreachable, outcome.Error!.Kind);
    }

    [Fact]
    public async Task Half_an_answer_is_read_again()
    {
        var wire = Shapes.Site(3);
        using var site = await Connect.ToAsync(wire, clock);
        var attempts = 0;
        var whole = "{\"array\":[" + Shapes.CameraJson(1) + "]}";
        wire.On("GET", "cameras\\?disabled&page=0", _ => ScriptedSite.Answer(++attempts == 1 ? whole[..(whole.Length / 2)] : whole));
        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.Camera));

        Assert.Equal(2, attempts);
        Assert.True(snapshot.IsComplete);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>IIS</html>", "web page")]
    [InlineData("", "without a body")]
    [InlineData("hello", "not JSON")]
    [InlineData("{\"rows\":[]}", "without an array")]
    [InlineData("{\"array\":[{\"id\":1}}", "broken JSON")]
    public async Task A_200_that_is_not_XProtects_names_the_address(string body, string words)
    {
        var wire = Shapes.Site(3);
        using var site = await Connect.ToAsync(wire);
        wire.Json("GET", "cameras\\?disabled", body);
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera, ItemKind.Hardware);

        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains(words, snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.Contains(ScriptedSite.Host + "/api/rest/v1/cameras", snapshot.PartOf(ItemKind.Camera).Reason);
    }

    [Theory]
    [InlineData("""{"error":{"httpCode":400,"details":[{"errorText":"bad body {\"password\":\"hw-Pa55\"} from root"}]}}""", "from root")]
    [InlineData("log: Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.c2ln was fine; refused", "refused")]
    [InlineData("password = hw-Pa55, user=root", "user=root")]
    public async Task Secrets_in_a_servers_words_do_not_get_into_a_message(string body, string kept)
    {
        var wire = Shapes.Site(1);
        using var site = await Connect.ToAsync(wire);
        var camera = (await Connect.SnapshotAsync(site, ItemKind.Camera)).Items.Single();
        wire.Json("PATCH", "cameras/", body, 400);
        var result = await site.Writer.UpdateAsync(new ItemUpdate(camera, camera, ["name"]), CancellationToken.None);

        Assert.Contains(kept, result.Error!.Message);
        Assert.Contains("***", result.Error.Message);
        Assert.DoesNotContain("hw-Pa55", result.Error.Message);
        Assert.DoesNotContain("eyJ", result.Error.Message);
    }

    [Fact]
    public async Task Cancelling_ends_a_reading_with_the_callers_cancellation()
    {
        var wire = Shapes.Site(50);
        using var site = await Connect.ToAsync(wire);
        using var stop = new CancellationTokenSource();
        wire.On("GET", "streams/", _ =>
        {
            stop.Cancel();
            return new HttpResponseMessage { Content = new SilentContent() };
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Reader.ReadAsync(new SnapshotRequest([ItemKind.Streams], [], ReadDepth.Full), null, stop.Token));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_connection_allows()
    {
        var wire = Shapes.Site(60);
        int now = 0, most = 0;
        wire.On("GET", "streams/", call =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            Thread.Yield();
            Interlocked.Decrement(ref now);
            return ScriptedSite.Answer(Shapes.StreamsJson(int.Parse(call.Target[^12..])));
        });
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { Connections = 3 });
        await Connect.SnapshotAsync(site, ItemKind.Streams);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Progress_tells_how_far_it_is()
    {
        var wire = Shapes.Site(250);
        using var site = await Connect.ToAsync(wire);
        var seen = new List<ReadProgress>();
        var outcome = await site.Reader.ReadAsync(new SnapshotRequest([ItemKind.Streams], [], ReadDepth.Full), new Collector(seen), CancellationToken.None);

        Assert.Null(outcome.Error);
        Assert.Contains(new ReadProgress("north", "cameras", 250, 0), seen);
        Assert.Contains(new ReadProgress("north", "device parts", 250, 250), seen);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            if (Interlocked.CompareExchange(ref target, value, seen) == seen)
            {
                return;
            }
        }
    }

    private sealed class Collector(List<ReadProgress> seen) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }
}

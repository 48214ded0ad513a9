using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace RMF.Simulator.Tests.Recordings;

/// <summary>What a recorder's SOAP service and the newer server's task tell of recordings.</summary>
public sealed class RecorderServiceTests
{
    private const string Recording = "f9c62604-d0c5-4050-ae25-72de51639b14";
    private const string Motion = "53cb5e33-2183-44bd-9491-8364d2457480";
    private static readonly XNamespace Server = "http://videoos.net/2/XProtectCSServerCommand";
    private static readonly XNamespace Recorder = "http://videoos.net/2/XProtectCSRecorderCommand";

    [Fact]
    public async Task Sequences_are_told_from_the_oldest_on_and_cut_after_the_count_that_was_asked_for()
    {
        await using var test = await TestSite.StartAsync();
        var (id, now) = Gaps(test);
        var all = await SequencesAsync(test, id, now.AddHours(-10), now, 100);
        Assert.Equal(5, all.Count);
        Assert.Equal([now.AddHours(-4), now.AddHours(-3), now.AddHours(-2), now.AddHours(-1), now], all.Select(s => s.End));
        Assert.Equal(all.Take(2), await SequencesAsync(test, id, now.AddHours(-10), now, 2));
        Assert.Equal(all.Skip(1).Take(2), await SequencesAsync(test, id, now.AddHours(-3.5), now.AddHours(-2.5), 100));
        Assert.Empty(await SequencesAsync(test, id, now.AddHours(-10), now, 100, Motion));
    }

    [Fact]
    public async Task Around_a_time_the_last_before_it_and_the_first_after_it_are_told()
    {
        await using var test = await TestSite.StartAsync();
        var (id, now) = Gaps(test);
        var around = Entries(await AskAsync(test, "SequencesGetAround", id, ("sequenceType", Recording), ("centerTime", Text(now.AddHours(-2.5))), ("maxCountBefore", "2"), ("maxCountAfter", "1")));
        Assert.Equal([now.AddHours(-3), now.AddHours(-2), now.AddHours(-1)], around.Select(s => s.End));
        var near = Entries(await AskAsync(
            test, "SequencesGetAroundWithSpan", id, ("sequenceType", Recording), ("centerTime", Text(now.AddHours(-2.5))), ("maxTimeBefore", "*0"), ("maxCountBefore", "9"), ("maxTimeAfter", "*3600000000"), ("maxCountAfter", "9")));
        Assert.Equal([now.AddHours(-2), now.AddHours(-1)], near.Select(s => s.End));
    }

    [Fact]
    public async Task Pictures_are_told_at_before_and_after_a_time()
    {
        await using var test = await TestSite.StartAsync();
        var (id, now) = Gaps(test);
        var (gapBegin, gapEnd) = (now.AddHours(-2), now.AddHours(-2).AddMinutes(10));
        foreach (var (operation, isBefore) in new[] { ("JPEGGetAtOrBefore", true), ("JPEGGetAtOrAfter", false), ("JPEGGetAt", false) })
        {
            var result = await AskAsync(test, operation, id, ("time", Text(gapEnd.AddMinutes(-1))));
            var data = Convert.FromBase64String(result.Descendants(Recorder + "Data").Single().Value);
            Assert.True(SimulatedPicture.TryRead(data, out var picture));
            Assert.True(isBefore ? picture.Time < gapBegin : picture.Time >= gapEnd, $"{operation}: {picture.Time:O}");
            Assert.Equal(picture.Time, DateTimeOffset.Parse(result.Descendants(Recorder + "Time").Single().Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(now.AddDays(-30), Time((await AskAsync(test, "GetRetentionTimeLimit", id)).Descendants(Recorder + "GetRetentionTimeLimitResult").Single().Value));
        Assert.Equal(3, (await AskAsync(test, "SequencesGetTypes", id)).Descendants(Recorder + "guid").Count());
    }

    [Theory]
    [InlineData("SequencesGet", "00000000-0000-0000-0000-000000000000")]
    [InlineData("JPEGGetAt", "00000000-0000-0000-0000-000000000000")]
    [InlineData("JPEGGetLive", "00000000-0000-0000-0000-000000000000")]
    [InlineData("GetRetentionTimeLimit", "no id")]
    [InlineData("TimeLineInformationGet", "00000000-0000-0000-0000-000000000000")]
    public async Task What_cannot_be_is_a_fault(string operation, string device)
    {
        await using var test = await TestSite.StartAsync();
        var answer = await AskAsync(test, operation, device, ("sequenceType", Recording), ("time", Text(test.Time.GetUtcNow())));
        Assert.NotEmpty(answer.Descendants("ErrorNumber"));
    }

    [Fact]
    public async Task Newer_servers_tell_sequences_by_a_task_and_older_ones_do_not_know_it()
    {
        await using var newer = await TestSite.StartAsync(options: o => o with { Personality = Personality.Next });
        var (id, now) = Gaps(newer);
        Assert.Contains("GetSequences", await TasksAsync(newer, id));
        var (status, json) = await newer.PostAsync(
            $"cameras/{id}?task=GetSequences",
            JsonSerializer.Serialize(new { time = Text(now.AddHours(-2.5)), timeBefore = "001.00:00:00", timeAfter = "000.01:00:00", maxCountBefore = 1, maxCountAfter = 10, sequenceType = "RecordingSequence" }));
        Assert.Equal(HttpStatusCode.OK, status);
        var ends = json.GetProperty("result").GetProperty("sequences").EnumerateArray().Select(s => s.GetProperty("timeEnd").GetDateTimeOffset());
        Assert.Equal([now.AddHours(-2), now.AddHours(-1)], ends);

        await using var older = await TestSite.StartAsync();
        Assert.DoesNotContain("GetSequences", await TasksAsync(older, id));
        Assert.Equal(HttpStatusCode.BadRequest, (await older.PostAsync($"cameras/{id}?task=GetSequences", "{}")).Status);
    }

    [Fact]
    public async Task A_world_says_what_is_recorded_and_cameras_that_are_added_have_no_past()
    {
        var world = World.Parse("""
            world: hand
            sites:
              - name: hand
                side: primary
                recorders:
                  - name: REC
                    hardware:
                      - name: Yard
                        model: AXIS P3265-LVE
                        address: 10.1.0.1
                        mac: AC:CC:8E:01:00:01
                        cameras: [{ name: Yard, recordings: { continuous: false, sequences: [{ from: -2d, to: -1d12h }], gaps: [{ from: -46h, to: -45h }] } }]
            """);
        await using var test = await TestSite.StartAsync(world: world);
        var start = test.Time.GetUtcNow();
        Assert.Equal([new(start.AddHours(-48), start.AddHours(-46)), new RecordedSequence(start.AddHours(-45), start.AddHours(-36))], test.Site.Recordings.List("Yard"));

        test.Site.Data.AddHardware("REC", world.Sites[0].Recorders[0].Hardware[0] with { Name = "New", Address = new Uri("http://10.1.0.2/"), Mac = "ACCC8E010002", Cameras = [new WorldDevice { Channel = 0, Name = "New" }] });
        test.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([new RecordedSequence(start, start.AddHours(1))], test.Site.Recordings.List("New"));
    }

    private static (string Id, DateTimeOffset Now) Gaps(TestSite test)
    {
        var now = test.Time.GetUtcNow();
        var id = test.Site.Data.List("cameras")[0].Id.ToString();
        for (var hour = 1; hour <= 4; hour++)
        {
            test.Site.Recordings.Remove(id, now.AddHours(-hour), now.AddHours(-hour).AddMinutes(10));
        }

        return (id, now);
    }

    private static async Task<IReadOnlyList<string>> TasksAsync(TestSite test, string camera)
    {
        var (_, json) = await test.GetAsync($"cameras/{camera}?tasks&noData");
        return [.. json.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];
    }

    private static async Task<List<RecordedSequence>> SequencesAsync(TestSite test, string device, DateTimeOffset from, DateTimeOffset to, int count, string type = Recording) => Entries(await AskAsync(
        test, "SequencesGet", device, ("sequenceType", type), ("minTime", Text(from)), ("maxTime", Text(to)), ("maxCount", count.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    private static List<RecordedSequence> Entries(XElement answer) =>
        [.. answer.Descendants(Recorder + "SequenceEntry").Select(e => new RecordedSequence(Time(e.Element(Recorder + "TimeBegin")!.Value), Time(e.Element(Recorder + "TimeEnd")!.Value)))];

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("o", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Logs in to the server command service, then asks the first recorder without a socket. A value that begins with a star is a duration.</summary>
    private static async Task<XElement> AskAsync(TestSite test, string operation, string device, params (string Name, string Value)[] arguments)
    {
        var login = await PostAsync(test.Client, new Uri("ManagementServer/ServerCommandServiceOAuth.svc", UriKind.Relative), new XElement(Server + "Login", new XElement(Server + "instanceId", Guid.NewGuid())), Server.NamespaceName + "/IServerCommandService/");
        var token = login.Descendants(Server + "Token").Single().Value;
        using var recorder = test.Site.CreateClient();
        recorder.BaseAddress = new Uri(test.Site.Data.Get("recordingServers", test.Site.Recorders[0].Id.ToString(), "webServerUri")!.ToString()!);
        var content = arguments.Select(a => new XElement(Recorder + a.Name, a.Value.StartsWith('*') ? new XElement(Recorder + "MicroSeconds", a.Value[1..]) : a.Value));
        return await PostAsync(recorder, new Uri("RecorderCommandService/RecorderCommandService.asmx", UriKind.Relative), new XElement(Recorder + operation, new XElement(Recorder + "token", token), new XElement(Recorder + "deviceId", device), content), Recorder.NamespaceName + "/");
    }

    private static async Task<XElement> PostAsync(HttpClient client, Uri path, XElement operation, object actions)
    {
        XNamespace envelope = "http://schemas.xmlsoap.org/soap/envelope/";
        using var content = new StringContent(new XElement(envelope + "Envelope", new XElement(envelope + "Body", operation)).ToString(), Encoding.UTF8, "text/xml");
        content.Headers.Add("SOAPAction", $"\"{actions}{operation.Name.LocalName}\"");
        using var answer = await client.PostAsync(path, content);
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}

using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class AddHardwareTests
{
    private const string Password = "dev1ce-Pa55";
    private static readonly ItemKey Recorder = Shapes.Key(ItemKind.RecordingServer, Shapes.Recorder);

    private readonly ManualTimeProvider clock = new();
    private readonly ScriptedSite wire = Shapes.Site(3);

    [Fact]
    public async Task A_new_device_is_added_by_a_task_that_is_followed_and_cleaned_up()
    {
        Task("""{"progress":100,"state":"Success","path":"hardware/F29FEF78-E5EA-4DCF-B654-8F76886DD873"}""");
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        Assert.Equal(Shapes.Key(ItemKind.Hardware, "f29fef78-e5ea-4dcf-b654-8f76886dd873"), result.Key);
        Assert.Equal(
            $$"""{"hardwareAddress":"http://192.0.2.99/","hardwareDriverPath":{"type":"hardwareDrivers","id":"{{Shapes.Driver}}"},"userName":"root","password":"{{Password}}","customData":""}""",
            wire.Calls.Single(c => c.Target.EndsWith("?task=AddHardware", StringComparison.Ordinal)).Body);
        Assert.Equal($"/api/rest/v1/recordingServers/{Shapes.Recorder}?task=AddHardware", wire.Calls.Single(c => c.Body.Contains(Password) && c.Body.StartsWith('{')).Target);
        AssertCleanedUp();
    }

    [Theory]
    [InlineData("""{"state":"Success","relations":{"parent":{"type":"sites","id":"1"},"hardware":{"type":"hardware","id":"F29FEF78-E5EA-4DCF-B654-8F76886DD873"},"self":{"type":"tasks","id":"33"}}}""")]
    [InlineData("""{"state":"Success","path":{"type":"hardware","id":"f29fef78-e5ea-4dcf-b654-8f76886dd873"}}""")]
    [InlineData("""{"state":"Completed","path":"Hardware[F29FEF78-E5EA-4DCF-B654-8F76886DD873]"}""")]
    public async Task The_new_hardware_is_found_in_whatever_the_task_says(string end)
    {
        Task(end);
        Assert.Equal("f29fef78-e5ea-4dcf-b654-8f76886dd873", (await AddAsync("http://192.0.2.99/")).Key!.Value.Id);
    }

    [Fact]
    public async Task A_task_that_does_not_say_what_it_made_is_followed_by_a_look_at_the_address()
    {
        Task("""{"state":"Success"}""", whenDone: () => wire.Collection("hardware", Shapes.HardwareJson(1), Shapes.HardwareJson(99)));
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal((WriteStatus.Confirmed, Shapes.HardwareId(99)), (result.Status, result.Key!.Value.Id));
    }

    [Theory]
    [InlineData("http://192.0.2.2/")]
    [InlineData("http://192.0.2.2:80")]
    [InlineData("HTTP://192.0.2.2:80/path")]
    public async Task A_device_that_is_there_already_is_not_added_again(string address)
    {
        var result = await AddAsync(address);

        Assert.Equal(WriteStatus.Failed, result.Status);
        Assert.Equal(SiteErrorKind.AlreadyExists, result.Error!.Kind);
        Assert.Equal(Shapes.HardwareId(2), result.Key!.Value.Id);
        Assert.Contains(wire.Calls, c => c.Target == "/api/rest/v1/hardware?disabled&address=contains:%27192.0.2.2%27&page=0&size=500");
        Assert.DoesNotContain(wire.Calls, c => c.Target.Contains("task="));
    }

    [Fact]
    public async Task The_same_address_on_another_recording_server_is_another_hardware()
    {
        wire.Collection("hardware", Shapes.HardwareJson(2, Shapes.OtherRecorder));
        Task("""{"state":"Success","path":"hardware/f29fef78-e5ea-4dcf-b654-8f76886dd873"}""");

        Assert.Equal(WriteStatus.Confirmed, (await AddAsync("http://192.0.2.2/")).Status);
    }

    [Fact]
    public async Task Already_defined_is_answered_with_the_hardware_that_is_there()
    {
        // The filter of this server finds nothing; its task knows better.
        wire.Json("GET", "hardware\\?disabled&address=", """{"array":[]}""");
        Task("""{"progress":100,"state":"Error","errorCode":60276,"errorText":"VMO60276: The hardware is already defined on the recording server."}""");
        var result = await AddAsync("http://192.0.2.2/");

        Assert.Equal((WriteStatus.Failed, SiteErrorKind.AlreadyExists, 60276), (result.Status, result.Error!.Kind, result.Error.VmoCode));
        Assert.Equal(Shapes.HardwareId(2), result.Key!.Value.Id);
        AssertCleanedUp();
    }

    [Theory]
    [InlineData("60277", 60277, SiteErrorKind.DeviceUnreachable)]
    [InlineData("\"60281\"", 60281, SiteErrorKind.DeviceUnreachable)]
    [InlineData("61008", 61008, SiteErrorKind.Forbidden)]
    [InlineData("61002", 61002, SiteErrorKind.TaskFailed)]
    public async Task A_failed_task_keeps_its_number_and_its_words_but_no_password(string code, int vmo, SiteErrorKind kind)
    {
        Task($$"""{"progress":100,"errorCode":{{code}},"errorText":"VMO{{vmo}}: Could not add.\\n\\nTried root / {{Password}}.","state":"Error"}""");
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal((WriteStatus.Failed, kind, vmo), (result.Status, result.Error!.Kind, result.Error.VmoCode));
        Assert.Contains("Could not add. Tried root / ***", result.Error.Message);
        AssertCleanedUp();
    }

    [Fact]
    public async Task A_task_that_does_not_end_in_time_is_unknown_and_cleaned_up()
    {
        Task("""{"progress":10,"state":"InProgress"}""");
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal((WriteStatus.Unknown, SiteErrorKind.Timeout), (result.Status, result.Error!.Kind));
        Assert.True(clock.GetUtcNow() >= new DateTimeOffset(2026, 1, 1, 0, 5, 0, TimeSpan.Zero));
        AssertCleanedUp();
        Assert.InRange(wire.Calls.Count(c => c.Target.EndsWith("tasks/33", StringComparison.Ordinal)), 50, 200);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public async Task An_answer_to_AddHardware_that_was_lost_is_unknown_and_not_sent_again()
    {
        wire.On("POST", "task=AddHardware$", _ => throw new HttpRequestException("sent", new IOException("The connection was reset")));
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal((WriteStatus.Unknown, SiteErrorKind.ConnectionLost), (result.Status, result.Error!.Kind));
        Assert.Single(wire.Calls, c => c.Target.EndsWith("task=AddHardware", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, WriteStatus.Confirmed)]
    [InlineData(2, WriteStatus.Confirmed)]
    [InlineData(5, WriteStatus.Confirmed)]
    [InlineData(7, WriteStatus.Unknown)]
    public async Task Hardware_whose_adding_lost_its_answer_is_looked_for_a_few_seconds(int appearsAfter, WriteStatus expected)
    {
        var lost = DateTimeOffset.MaxValue;
        wire.On("POST", "task=AddHardware$", _ =>
        {
            lost = clock.GetUtcNow();
            throw new HttpRequestException("sent", new IOException("The connection was reset"));
        });
        wire.On("GET", "hardware\\?disabled", _ => ScriptedSite.Answer(
            "{\"array\":[" + (clock.GetUtcNow() - lost >= TimeSpan.FromSeconds(appearsAfter) ? Shapes.HardwareJson(99) : "") + "]}"));
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == WriteStatus.Confirmed ? Shapes.HardwareId(99) : null, result.Key?.Id);
        Assert.Single(wire.Calls, c => c.Target.EndsWith("task=AddHardware", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_parameters_are_the_servers_refusal()
    {
        wire.Json("POST", "task=AddHardware$", """{"error":{"httpCode":400,"details":[{"errorText":"Bad request: parameters missing"}]},"params":{"hardwareAddress":""}}""", 400);
        var result = await AddAsync("http://192.0.2.99/");

        Assert.Equal((WriteStatus.Failed, SiteErrorKind.BadRequest), (result.Status, result.Error!.Kind));
        Assert.Contains("parameters missing", result.Error.Message);
    }

    [Fact]
    public async Task A_hardwares_password_is_read_by_its_task()
    {
        wire.Json("POST", "hardware/.*task=ReadPasswordHardware$", $$$"""{"result":{"password":"{{{Password}}}","state":"Success"}}""");
        using var site = await Connect.ToAsync(wire);
        var secret = await site.Writer.ReadHardwarePasswordAsync(Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(1)), CancellationToken.None);

        Assert.Equal(Password, secret.Value!.Reveal());
        Assert.Equal("***", secret.Value.ToString());

        wire.Json("POST", "hardware/.*task=ReadPasswordHardware$", """{"error":{"httpCode":403,"details":[{"errorText":"You do not have sufficient permissions to complete the operation.","errorTextId":"VMO61008"}]}}""", 403);
        var refused = await site.Writer.ReadHardwarePasswordAsync(Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(1)), CancellationToken.None);
        Assert.Equal((SiteErrorKind.Forbidden, 61008), (refused.Error!.Kind, refused.Error.VmoCode));
    }

    private void Task(string end, Action? whenDone = null)
    {
        var polls = 0;
        wire.Json("POST", "task=AddHardware$", """{"result":{"hardwareAddress":"x","password":"pass","state":"Idle","path":{"type":"tasks","id":"33"}}}""", 201);
        wire.On("GET", "tasks/33$", _ =>
        {
            if (++polls < 3)
            {
                return ScriptedSite.Answer("""{"data":{"displayName":"Adding hardware","progress":20,"state":"InProgress"}}""");
            }

            whenDone?.Invoke();
            return ScriptedSite.Answer("{\"data\":" + end + "}");
        });
        wire.Json("POST", "tasks/33\\?task=TaskCleanup$", """{"result":{"state":"Success"}}""");
    }

    private async Task<WriteResult> AddAsync(string address)
    {
        using var site = await Connect.ToAsync(wire, clock);
        var creation = new HardwareCreation(Recorder, new Uri(address), Shapes.Key(ItemKind.HardwareDriver, Shapes.Driver), "root", new Secret(Password));
        return await Virtual.RunAsync(clock, () => site.Writer.AddHardwareAsync(creation, CancellationToken.None), TimeSpan.FromSeconds(1));
    }

    private void AssertCleanedUp() => Assert.Equal(1, wire.CountOf("POST", "/api/rest/v1/tasks/33?task=TaskCleanup"));
}

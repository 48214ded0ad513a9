using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class HardwareLifecycleTests
{
    private const string Password = "dev1ce-Pa55";
    private static readonly ItemKey Hardware = Shapes.Key(ItemKind.Hardware, Shapes.HardwareId(1));
    private static readonly ItemKey Recorder = Shapes.Key(ItemKind.RecordingServer, Shapes.Recorder);

    private readonly ManualTimeProvider clock = new();
    private readonly ScriptedSite wire = Shapes.Site(3);

    [Fact]
    public async Task Hardware_is_moved_by_its_task_with_the_recording_server_in_the_older_spelling()
    {
        Succeed("MoveHardware");
        var result = await RunAsync(w => w.MoveHardwareAsync(Hardware, Recorder, CancellationToken.None));

        Assert.Equal((WriteStatus.Confirmed, Hardware), (result.Status, result.Key));
        Assert.Equal($$"""{"destinationRecordingServer":"RecordingServer[{{Shapes.Recorder.ToUpperInvariant()}}]"}""", BodyOf("MoveHardware"));
    }

    [Theory]
    [InlineData("http://192.0.2.9:8080/", "5", """{"address":"192.0.2.9","port":8080,"useHttps":false,"driver":"5",""")]
    [InlineData("https://192.0.2.9/", null, """{"address":"192.0.2.9","httpsPort":443,"useHttps":true,""")]
    public async Task Hardware_is_replaced_by_its_task(string address, string? driver, string expected)
    {
        Succeed("ReplaceHardware");
        var replacement = new HardwareReplacement(Hardware, new Uri(address), driver, new DeviceAccount("root", new Secret(Password)), AllowDeletingDisabledDevices: false);
        var result = await RunAsync(w => w.ReplaceHardwareAsync(replacement, CancellationToken.None));

        Assert.Equal(WriteStatus.Confirmed, result.Status);
        Assert.Equal(expected + "\"" + $$"""userName":"root","password":"{{Password}}","customDriverData":"","allowDeletingDisabledDevices":false}""", BodyOf("ReplaceHardware"));
    }

    [Fact]
    public async Task A_refused_replacement_says_why_without_the_password()
    {
        wire.Json("POST", "task=ReplaceHardware$", $$"""{"error":{"httpCode":400,"details":[{"errorText":"No device for {{Password}}"}]} }""", 400);
        var replacement = new HardwareReplacement(Hardware, new Uri("http://192.0.2.9/"), null, new DeviceAccount("root", new Secret(Password)), AllowDeletingDisabledDevices: true);
        var result = await RunAsync(w => w.ReplaceHardwareAsync(replacement, CancellationToken.None));

        Assert.Equal(WriteStatus.Failed, result.Status);
        Assert.Contains("No device for ***", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hardware_is_deleted_below_its_recording_server_and_what_is_gone_counts_as_deleted()
    {
        wire.Json("DELETE", $"recordingServers/{Shapes.Recorder}/hardware/{Hardware.Id}$", """{"state":"Success"}""");
        Assert.Equal(WriteStatus.Confirmed, (await RunAsync(w => w.DeleteHardwareAsync(Hardware, Recorder, CancellationToken.None))).Status);

        wire.Json("DELETE", "/hardware/", """{"error":{"httpCode":404,"details":[{"errorText":"Not found"}]}}""", 404);
        Assert.Equal(WriteStatus.Confirmed, (await RunAsync(w => w.DeleteHardwareAsync(Hardware, Recorder, CancellationToken.None))).Status);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_unknown_and_not_sent_again()
    {
        wire.On("DELETE", "/hardware/", _ => throw new HttpRequestException("sent", new IOException("The connection was reset")));
        Assert.Equal(WriteStatus.Unknown, (await RunAsync(w => w.DeleteHardwareAsync(Hardware, Recorder, CancellationToken.None))).Status);
        Assert.Single(wire.Calls, c => c.Target.Contains("/hardware/" + Hardware.Id, StringComparison.Ordinal));
    }

    private void Succeed(string task) => wire.Json("POST", $"hardware/{Hardware.Id}\\?task={task}$", """{"result":{"state":"Success"}}""");

    private string BodyOf(string task) => wire.Calls.Single(c => c.Target.EndsWith("task=" + task, StringComparison.Ordinal)).Body;

    private async Task<WriteResult> RunAsync(Func<ISiteWriter, Task<WriteResult>> write)
    {
        using var site = await Connect.ToAsync(wire, clock);
        return await Virtual.RunAsync(clock, () => write(site.Writer), TimeSpan.FromSeconds(1));
    }
}

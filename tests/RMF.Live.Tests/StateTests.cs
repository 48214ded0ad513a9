using System.Net.WebSockets;
using System.Text;
using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;

namespace RMF.Live.Tests;

/// <summary>Events and states over a WebSocket, both ends.</summary>
[Trait("Proof", "live-sockets")]
public sealed class StateTests
{
    [Fact]
    public async Task The_state_of_each_recorder_and_camera_comes_first_and_then_each_change()
    {
        await using var lab = await Lab.StartAsync();
        var camera = lab.Cameras()[0];
        var watcher = new StateWatcher();
        await using var watch = lab.Site.States.Watch(watcher);
        await watcher.UntilAsync(w => w.Listening.Contains(true), "the first state");
        Assert.Equal(CommunicationState.Up, watcher.Of(StateSourceKind.Camera, camera.Id));
        Assert.Equal(lab.Server.Data.List("cameras").Count, watcher.States.Count(s => s.Source == StateSourceKind.Camera));
        Assert.Equal(lab.Server.Recorders.Count, watcher.States.Count(s => s.Source == StateSourceKind.Recorder));

        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Camera, camera.Id) == CommunicationState.Failed, "the camera's failure");
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Recorder, lab.Recorder.Id) == CommunicationState.Failed, "the recorder's failure");

        lab.Server.Faults.Clear();
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Camera, camera.Id) == CommunicationState.Up, "the camera's return");
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Recorder, lab.Recorder.Id) == CommunicationState.Up, "the recorder's return");
    }

    [Fact]
    public async Task A_device_out_of_reach_is_told_of_itself_and_of_no_other()
    {
        await using var lab = await Lab.StartAsync();
        var camera = lab.Cameras()[0];
        var watcher = new StateWatcher();
        await using var watch = lab.Site.States.Watch(watcher);
        await watcher.UntilAsync(w => w.Listening.Contains(true), "the first state");
        var before = watcher.States.Count;

        lab.Server.Faults.Add(Fault.CameraUnreachable((string)lab.Server.Data.Get("hardware", camera.ParentId.ToString()!, "address")!));
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Hardware, camera.ParentId!.Value) == CommunicationState.Failed, "the hardware's failure");
        await watcher.UntilAsync(w => w.Of(StateSourceKind.Camera, camera.Id) == CommunicationState.Failed, "the camera's failure");
        Assert.All(watcher.States.Skip(before).Where(s => s.Source == StateSourceKind.Hardware), s => Assert.Equal(camera.ParentId.ToString(), s.Id));
    }

    [Fact]
    public async Task A_client_that_logs_in_again_hears_on()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new StateWatcher();
        await using (lab.Site.States.Watch(watcher))
        {
            await watcher.UntilAsync(w => w.Listening.Contains(true), "the first state");
        }

        // The tokens end; a new connection is refused once and takes another one.
        lab.Server.Faults.ExpireTokensNow();
        var second = new StateWatcher();
        await using var again = lab.Site.States.Watch(second);
        await second.UntilAsync(w => w.Listening.Contains(true), "the state after a new log-in");
    }

    [Fact]
    public async Task A_session_that_broke_is_gone_on_with_and_gives_what_was_missed()
    {
        await using var lab = await Lab.StartAsync();
        var token = await TokenAsync(lab);
        using var first = await OpenAsync(lab, token);
        var session = Member(await AskAsync(first, """{"command":"startSession","commandId":1,"sessionId":"","eventId":""}""", "\"commandId\":1"), "sessionId");
        await AskAsync(first, """{"command":"addSubscription","commandId":2,"filters":[{"modifier":"include","resourceTypes":["recordingServers"],"sourceIds":["*"],"eventTypes":["*"]}]}""", "\"commandId\":2");
        var fault = lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        var seen = Member(await AskAsync(first, null, "\"events\""), "id");
        first.Abort();
        lab.Server.Faults.Remove(fault);

        using var second = await OpenAsync(lab, token);
        await AskAsync(second, $$"""{"command":"startSession","commandId":3,"sessionId":"{{session}}","eventId":"{{seen}}"}""", "\"status\":200");
        var missed = await AskAsync(second, null, "\"events\"");
        Assert.Contains("dd3e6464-7dc0-405a-a92f-6150587563e8", missed, StringComparison.Ordinal);

        using var third = await OpenAsync(lab, token);
        var unknown = await AskAsync(third, $$"""{"command":"startSession","commandId":4,"sessionId":"{{session}}","eventId":"{{Guid.NewGuid()}}"}""", "\"commandId\":4");
        Assert.Contains("\"status\":201", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_command_closes_the_socket_and_a_wrong_token_opens_none()
    {
        await using var lab = await Lab.StartAsync();
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(lab, "nonsense"));
        Assert.Contains("401", refusal.Message, StringComparison.Ordinal);

        using var socket = await OpenAsync(lab, await TokenAsync(lab));
        await socket.SendAsync("not json"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        var read = await socket.ReceiveAsync(new byte[100], CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(WebSocketMessageType.Close, read.MessageType);
    }

    private static async Task<string> TokenAsync(Lab lab)
    {
        using var client = lab.Server.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password", ["username"] = lab.Server.BasicUser, ["password"] = lab.Server.Password, ["client_id"] = "GrantValidatorClient",
        });
        using var answer = await client.PostAsync(new Uri("API/IDP/connect/token", UriKind.Relative), form);
        return Member(await answer.Content.ReadAsStringAsync(), "access_token");
    }

    private static async Task<ClientWebSocket> OpenAsync(Lab lab, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        await socket.ConnectAsync(new UriBuilder(lab.Server.BaseUri) { Scheme = "ws", Path = "/API/ws/events/v1" }.Uri, CancellationToken.None);
        return socket;
    }

    /// <summary>The first message that holds a text, after a command or without one.</summary>
    private static async Task<string> AskAsync(ClientWebSocket socket, string? command, string holds)
    {
        if (command is not null)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(command), WebSocketMessageType.Text, true, CancellationToken.None);
        }

        var buffer = new byte[1024 * 1024];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult read;
            do
            {
                read = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(90));
                length += read.Count;
            }
            while (!read.EndOfMessage);
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            if (text.Contains(holds, StringComparison.Ordinal))
            {
                return text;
            }
        }
    }

    private static string Member(string json, string name) => json.Split($"\"{name}\":\"", 2)[1].Split('"', 2)[0];
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;

namespace RMF.Live.Tests;

/// <summary>A recorder's port where something else answers: each way to be wrong is a loss with a reason, and never a hang.</summary>
[Trait("Proof", "live-sockets")]
public sealed class GarbageServerTests
{
    private const string Yes = "<methodresponse><methodname>connect</methodname><connected>yes</connected></methodresponse>\r\n\r\n";

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("\r\n\r\n\r\n\r\n")]
    [InlineData("<methodresponse><connected>no</connected></methodresponse>\r\n\r\n")]
    [InlineData("<not xml\r\n\r\n")]
    [InlineData("ImageResponse\r\nContent-length: 4\r\n\r\nabcd\r\n\r\n")]
    [InlineData(Yes + "ImageResponse\r\nContent-length: 99999999\r\n\r\n")]
    [InlineData(Yes + "ImageResponse\r\nContent-length: 5000\r\n\r\nhalf a frame")]
    [InlineData(Yes + "Iiiiiiiiiiiiiiiiiiiii")]
    [InlineData(Yes + "binary \u0001\u0002")]
    [InlineData(Yes + "<livepackage>")]
    public async Task What_is_no_image_server_is_a_loss(string answer)
    {
        foreach (var closes in new[] { true, false })
        {
            await using var lab = await Lab.StartAsync(timing: Lab.Quick with { AnswerTimeout = TimeSpan.FromMilliseconds(400), SilenceTimeout = TimeSpan.FromMilliseconds(400) });
            using var server = new TcpListener(IPAddress.Loopback, 0);
            server.Start();
            var serving = ServeAsync(server, Encoding.Latin1.GetBytes(answer), closes);
            lab.Server.Data.Set("recordingServers", lab.Recorder.Id.ToString(), "webServerUri", $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/");
            var watcher = new Watcher();
            await using (lab.Open(watcher))
            {
                await watcher.UntilAsync(w => w.Losses.Count >= 2, "two losses");
            }

            Assert.Empty(watcher.Pictures);
            Assert.All(watcher.Losses, l => Assert.NotEmpty(l.Reason));
            server.Stop();
            await serving;
        }
    }

    private static async Task ServeAsync(TcpListener server, byte[] answer, bool closes)
    {
        var open = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await server.AcceptTcpClientAsync();
                open.Add(client);
                await client.GetStream().WriteAsync(answer);
                if (closes)
                {
                    client.Close();
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            open.ForEach(static c => c.Dispose());
        }
    }
}

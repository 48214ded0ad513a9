using RMF.Engine.Ports;
using RMF.Live.Tests.Fakes;
using RMF.Simulator;

namespace RMF.Live.Tests;

/// <summary>Pictures one by one, where there is no way to the recorder's port.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task Pictures_come_through_the_management_server_alone()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher, transport: FrameTransport.Pictures);
        await watcher.MoreAsync(3);
        Assert.DoesNotContain(StreamStatusKind.Connecting, watcher.Statuses);
        Assert.All(watcher.Pictures, p => Assert.Equal("PRIMARY", p.Side));
    }

    [Fact]
    public async Task A_recorder_that_was_never_reached_is_gone_round_without_a_word_of_loss_later()
    {
        // In process nothing listens, so the recorder's name leads nowhere while the gateway answers.
        await using var lab = await Lab.StartAsync(sockets: false);
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher, transport: FrameTransport.Auto);
        await watcher.UntilAsync(w => w.Statuses.Contains(StreamStatusKind.FellBack), "pictures one by one");
        await watcher.MoreAsync(3);
        var losses = watcher.Losses.Count;

        // The stream is tried again meanwhile.
        await watcher.UntilAsync(w => w.Statuses.Count(s => s == StreamStatusKind.Connecting) > losses + 1, "further attempts");
        await watcher.MoreAsync(3);
        Assert.All(watcher.Losses, l => Assert.Equal(StreamLossKind.Unreachable, l.Kind));
        Assert.Equal(losses, watcher.Losses.Count);
    }

    [Fact]
    public async Task A_recorder_without_pictures_is_a_loss_there_too()
    {
        await using var lab = await Lab.StartAsync();
        var watcher = new Watcher();
        await using var stream = lab.Open(watcher, transport: FrameTransport.Pictures);
        await watcher.MoreAsync(2);
        lab.Server.Faults.Add(Fault.RecorderOffline(lab.Recorder.Name));
        await watcher.LossAsync(StreamLossKind.ConnectionLost);
        lab.Server.Faults.Clear();
        await watcher.MoreAsync(2);
    }
}

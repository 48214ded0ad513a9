#nullable enable
using VideoOS.Platform.Client;
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform.Fake;

/// <summary>The playback controllers: one of the main window, and those that plugins made. Thread-safe.</summary>
internal sealed class FakePlaybacks
{
    private static readonly Guid ControllerKind = new("1dac1d24-0000-4000-8000-0000000000c0");
    private readonly object gate = new();
    private readonly Dictionary<Guid, PlaybackController> made = [];
    private PlaybackController? common;
    private FQID? commonId;

    /// <summary>Controllers that plugins made and have not released.</summary>
    public int Made
    {
        get
        {
            lock (gate)
            {
                return made.Count;
            }
        }
    }

    public PlaybackController Common
    {
        get
        {
            lock (gate)
            {
                return common ??= new();
            }
        }
    }

    public FQID Add()
    {
        var id = NewId();
        lock (gate)
        {
            made[id.ObjectId] = new();
        }

        return id;
    }

    public PlaybackController? Of(FQID? id)
    {
        lock (gate)
        {
            return id is null || id.ObjectId == commonId?.ObjectId ? common ??= new() : made.TryGetValue(id.ObjectId, out var one) ? one : null;
        }
    }

    public FQID Of(WindowInformation windowInformation)
    {
        lock (gate)
        {
            return commonId ??= NewId();
        }
    }

    public void Remove(FQID id)
    {
        PlaybackController? gone;
        lock (gate)
        {
            made.TryGetValue(id.ObjectId, out gone);
            made.Remove(id.ObjectId);
        }

        gone?.Clock.Dispose();
    }

    public object? Handle(Message message, FQID? destination)
    {
        if (message.MessageId == MessageId.SmartClient.GetCurrentPlaybackTimeRequest)
        {
            return Of(destination)?.PlaybackTime;
        }

        if (message.MessageId == MessageId.SmartClient.PlaybackCommand && message.Data is PlaybackCommandData data && Of(destination) is { } controller)
        {
            Obey(controller, data);
        }

        return null;
    }

    private static void Obey(PlaybackController controller, PlaybackCommandData data)
    {
        switch (data.Command)
        {
            case PlaybackData.Goto:
                controller.PlaybackTime = data.DateTime;
                break;
            case PlaybackData.PlayStop:
                controller.PlaybackMode = PlaybackController.PlaybackModeType.Stop;
                break;
            default:
                controller.PlaybackSpeed = data.Speed > 0 ? data.Speed : 1;
                controller.PlaybackMode = data.Command == PlaybackData.PlayReverse ? PlaybackController.PlaybackModeType.Reverse : PlaybackController.PlaybackModeType.Forward;
                break;
        }
    }

    private static FQID NewId() => new(FakeSession.Client.MasterSite.FQID.ServerId, Guid.Empty, Guid.NewGuid(), FolderType.No, ControllerKind);
}

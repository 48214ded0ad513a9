using System.Windows.Threading;
using RMF.Engine.Ports;
using RMF.SmartClient.Host.Sites;
using VideoOS.Platform;
using VideoOS.Platform.Fake;
using VideoOS.Platform.Login;
using VideoOS.Platform.Messaging;
using TimeRange = RMF.Core.Playback.TimeRange;

namespace RMF.SmartClient.Host.Client;

/// <summary>
/// Smart Client as the stand-in of VideoOS.Platform sees it: logged in to the primary, with the secondary below it. Live video and recordings come
/// over the wire from the simulated recorders. Thread-safe.
/// </summary>
internal sealed class FakeClient : IFakeClient, IAsyncDisposable
{
    private readonly Dictionary<(Guid Id, bool Mine), string> options = [];
    private readonly Lock gate = new();
    private readonly CameraTree tree;
    private readonly ClientSite[] sites;
    private readonly List<Task> closing = [];
    private Mode mode = Mode.ClientLive;

    public FakeClient(Dispatcher dispatcher, params ClientSite[] sites)
    {
        Dispatcher = dispatcher;
        this.sites = sites;
        tree = new(sites);
    }

    public Dispatcher Dispatcher { get; }

    public Item MasterSite => tree.Sites[0];

    public IReadOnlyList<Item> Sites => tree.Sites;

    public IReadOnlyList<Item> Roots => tree.Roots;

    public CameraTree Tree => tree;

    /// <summary>What was sent and logged, for checks.</summary>
    public MessageBook Book { get; } = new();

    /// <summary>What the operator may not do.</summary>
    public Denials Denials { get; } = new();

    /// <summary>Where every PTZ camera looks.</summary>
    public PTZGetAbsoluteRequestData Looking { get; } = new() { Pan = 0.25, Tilt = -0.125, Zoom = 0.5 };

    /// <summary>Tells the window that its mode has changed.</summary>
    public event EventHandler? ModeChanged;

    public Mode Mode
    {
        get => mode;
        set
        {
            if (mode == value)
            {
                return;
            }

            mode = value;
            ModeChanged?.Invoke(this, EventArgs.Empty);
            FakeSession.Send(new Message(MessageId.System.ModeChangedIndication, value), null, null);
        }
    }

    public DateTime UtcNow => DateTime.UtcNow;

    public LoginSettings? LoginOf(Guid serverId) =>
        Array.Find(sites, s => s.Id == serverId) is { } site ? new(site.Id, site.Server.BaseUri, site.Server.BasicUser, "", site.Tokens) : null;

    public bool May(Item item, string action) => !Denials.Has(item.FQID.ObjectId, action);

    public string? ReadOption(Guid id, bool mine)
    {
        if (mine)
        {
            lock (gate)
            {
                return options.GetValueOrDefault((id, true));
            }
        }

        var read = Task.Run(() => sites[0].Connection.Publisher.ReadAsync(id, CancellationToken.None)).GetAwaiter().GetResult();
        return read.TryGet(out var text) ? text.Length > 0 ? text : null : throw new CommunicationMIPException(read.Error!.Message);
    }

    public void WriteOption(Guid id, bool mine, string xml)
    {
        if (mine)
        {
            lock (gate)
            {
                options[(id, true)] = xml;
            }
        }
        else if (Task.Run(() => sites[0].Connection.Publisher.WriteAsync(id, xml, CancellationToken.None)).GetAwaiter().GetResult() is { } error)
        {
            throw new CommunicationMIPException(error.Message);
        }
    }

    public void Log(bool error, string location, string message) => Book.Log(error, location, message);

    public object? Handle(Message message, FQID? destination)
    {
        Book.Keep(message, destination);
        if ((message.MessageId == MessageId.System.ModeChangeCommand || message.MessageId == MessageId.SmartClient.ChangeModeCommand) && message.Data is Mode wanted)
        {
            Mode = wanted;
        }

        return message.MessageId == MessageId.Control.PTZGetAbsoluteRequest ? Looking : null;
    }

    public IDisposable OpenLive(Item camera, IFakeLive sink)
    {
        var place = tree.PlaceOf(camera);
        var feed = new LiveFeed(sink);
        var stream = place.Site.Connection.Frames.Open(new FrameRequest(place.Camera.CameraId, place.Camera.RecorderId) { Transport = FrameTransport.Stream }, feed);
        return new Ending(() =>
        {
            feed.End();
            lock (gate)
            {
                closing.RemoveAll(t => t.IsCompleted);
                closing.Add(stream.DisposeAsync().AsTask());
            }
        });
    }

    public async Task<IFakeFrames?> OpenFramesAsync(Item camera)
    {
        var place = tree.PlaceOf(camera);
        var opened = await place.Site.Connection.Recordings.OpenAsync(place.Camera, CancellationToken.None).ConfigureAwait(false);
        return opened.TryGet(out var frames) ? new RecordedFeed(frames) : null;
    }

    public async Task<IReadOnlyList<(DateTime Start, DateTime End)>?> ReadSequencesAsync(Item camera, DateTime from, DateTime to)
    {
        var place = tree.PlaceOf(camera);
        var range = new TimeRange(new(from, TimeSpan.Zero), new(to, TimeSpan.Zero));
        var read = await place.Site.Connection.Recordings.ReadSequencesAsync(place.Camera, range, CancellationToken.None).ConfigureAwait(false);
        return read.TryGet(out var found) ? [.. found.Select(r => (r.Begin.UtcDateTime, r.End.UtcDateTime))] : null;
    }

    /// <summary>Waits until the streams that were closed are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] open;
        lock (gate)
        {
            open = [.. closing];
        }

        await Task.WhenAll(open);
    }
}

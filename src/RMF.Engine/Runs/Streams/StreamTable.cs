using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Streams;

/// <summary>A camera's streams on one site, as they were read just now, and the edit that makes a choice of them. Immutable.</summary>
public sealed class StreamTable
{
    private const string List = "stream";
    private const string ReferenceId = "streamReferenceId";
    private const string RecordTo = "recordTo";

    /// <summary>XProtect's ids of the two tracks: the same on every system.</summary>
    private const string PrimaryTrack = "16ce3aa1-5f93-458a-abe5-5c95d9ed1372";
    private const string SecondaryTrack = "84fff8b9-8cd1-46b2-a451-c4a87d4cbbb0";

    private readonly Item streams;
    private readonly List<GroupValue> entries;
    private readonly List<(string Reference, GroupValue Group)> offered;

    /// <param name="camera">Whose they are.</param>
    /// <param name="streams">The streams that the site uses.</param>
    /// <param name="settings">What the device offers.</param>
    public StreamTable(Item camera, Item streams, Item settings)
    {
        Camera = camera;
        this.streams = streams;
        entries = Groups(streams);
        offered = Groups(settings).Select(g => (Reference: ReferenceOf(g), Group: g)).Where(o => o.Reference.Length > 0).ToList();
        Rows = offered.Select(o => Row(o.Reference, o.Group)).ToList();
    }

    public Item Camera { get; }

    /// <summary>In the order of the device.</summary>
    public IReadOnlyList<StreamRow> Rows { get; }

    /// <summary>The streams that a name means; more than one when the names are not clear.</summary>
    public IReadOnlyList<StreamRow> Called(string name) => Rows.Where(r => r.IsCalled(name)).ToList();

    /// <summary>The edit that makes the choice; null when it is made already. Each name in it means one stream here.</summary>
    public ItemUpdate? Edit(StreamChoice choice)
    {
        // A write that ended between its two steps may leave an entry of a stream that stands before it already: it is dropped.
        var wanted = entries.Where((e, i) => entries.FindIndex(o => IsSameStream(o, e)) == i).ToList();
        foreach (var name in new[] { choice.Live, choice.Record, choice.RecordSecondary, choice.Playback })
        {
            if (name is { Length: > 0 } && IndexOf(wanted, name) < 0)
            {
                wanted.Add(NewEntry(name));
            }
        }

        Hold(wanted, choice.Live, "liveDefault", Scalar.True, IsTrue, Scalar.False);
        Hold(wanted, choice.Playback, "defaultPlayback", Scalar.True, IsTrue, Scalar.False);

        // A stream records to one track: the first one that is asked for is set last, and wins.
        Hold(wanted, choice.RecordSecondary, RecordTo, Scalar.Text(SecondaryTrack), v => TrackOf(v) == StreamTrack.Secondary, Scalar.Empty);
        Hold(wanted, choice.Record, RecordTo, Scalar.Text(PrimaryTrack), v => TrackOf(v) == StreamTrack.Primary, Scalar.Empty);
        return wanted.SequenceEqual(entries)
            ? null
            : new ItemUpdate(streams, streams with { Properties = streams.Properties.With(List, new ListValue(wanted)) }, [List]);
    }

    private StreamRow Row(string reference, GroupValue settings)
    {
        var entry = entries.Find(e => string.Equals(ReferenceOf(e), reference, StringComparison.OrdinalIgnoreCase));
        return new StreamRow(settings.Members.TextOf("displayName") ?? string.Empty, entry?.Members.TextOf("name") ?? string.Empty)
        {
            IsUsed = entry is not null,
            IsLiveDefault = entry?.Members.IsTrue("liveDefault") == true,
            IsPlaybackDefault = entry?.Members.IsTrue("defaultPlayback") == true,
            Track = TrackOf(entry?.Members[RecordTo]),
            LiveMode = entry?.Members.TextOf("liveMode") ?? string.Empty,
            Codec = Setting(settings, "codec"),
            Resolution = Setting(settings, "resolution"),
            FramesPerSecond = Setting(settings, "FPS"),
        };
    }

    /// <summary>Gives the value to the stream and takes it from the one that held it; the server's spelling of nothing is kept.</summary>
    private void Hold(List<GroupValue> wanted, string? name, string member, Scalar value, Func<PropertyValue?, bool> holds, Scalar nothing)
    {
        if (name is null)
        {
            return;
        }

        var holder = name.Length == 0 ? -1 : IndexOf(wanted, name);
        for (var i = 0; i < wanted.Count; i++)
        {
            var held = wanted[i].Members[member];
            if (holds(held) != (i == holder))
            {
                wanted[i] = new GroupValue(wanted[i].Members.With(member, i == holder ? value : nothing));
            }
        }
    }

    private int IndexOf(List<GroupValue> rows, string name)
    {
        var at = Rows.ToList().FindIndex(r => r.IsCalled(name));
        return at < 0 ? -1 : rows.FindIndex(r => string.Equals(ReferenceOf(r), offered[at].Reference, StringComparison.OrdinalIgnoreCase));
    }

    private GroupValue NewEntry(string name)
    {
        var (reference, settings) = offered[Rows.ToList().FindIndex(r => r.IsCalled(name))];
        var called = settings.Members.TextOf("displayName") ?? name;
        return new GroupValue(new PropertyBagBuilder()
            .Set(ReferenceId, new Reference(new ItemKey(streams.Key.Site, ItemKind.DeviceStream, streams.Key.Id + "/" + reference)))
            .Set("name", Scalar.Text(called))
            .Set("liveMode", Scalar.Text("WhenNeeded"))
            .Set("liveDefault", Scalar.False)
            .Set("defaultPlayback", Scalar.False)
            .Set(RecordTo, Scalar.Empty)
            .Set("useEdge", Scalar.True)
            .Build());
    }

    private static bool IsSameStream(GroupValue left, GroupValue right) => string.Equals(ReferenceOf(left), ReferenceOf(right), StringComparison.OrdinalIgnoreCase);

    private static List<GroupValue> Groups(Item item) => item.Properties[List] is ListValue list ? list.Items.OfType<GroupValue>().ToList() : [];

    /// <summary>The device's own id of a stream, without the camera's.</summary>
    private static string ReferenceOf(GroupValue group) => group.Members[ReferenceId] switch
    {
        Reference { Target.Id: var id } => id.Substring(id.IndexOf('/') + 1),
        Scalar scalar => scalar.Value.Trim('{', '}').ToLowerInvariant(),
        _ => string.Empty,
    };

    private static string Setting(GroupValue settings, string name)
        => settings.Members.FirstOrDefault(m => string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase)).Value is Scalar scalar ? scalar.Value : string.Empty;

    private static bool IsTrue(PropertyValue? value) => value is Scalar scalar && string.Equals(scalar.Value, "true", StringComparison.OrdinalIgnoreCase);

    private static StreamTrack TrackOf(PropertyValue? value) => (value as Scalar)?.Value.Trim('{', '}').ToLowerInvariant() switch
    {
        PrimaryTrack => StreamTrack.Primary,
        SecondaryTrack => StreamTrack.Secondary,
        _ => StreamTrack.None,
    };
}

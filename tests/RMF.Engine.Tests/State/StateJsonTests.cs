using System.Text;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Engine.Tests.Fakes;
using RMF.Testing;

namespace RMF.Engine.Tests.State;

public sealed class StateJsonTests
{
    internal static readonly StateDocument Full = new()
    {
        Lineage = new Guid(1, 2, 3, new byte[8]),
        Serial = 41,
        FingerprintKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        LastDirection = "Backup",
        Pairs =
        [
            new RememberedPair(new ItemKey("a", ItemKind.Hardware, "h1"), new ItemKey("b", ItemKind.Hardware, "h2"), Ownership.Created)
            {
                PrimaryIdentity = new HardwareIdentity("00408C000001", new DeviceAddress("10.0.0.5", 80), "812"),
                SecondaryIdentity = new HardwareIdentity(null, new DeviceAddress("fe80--1.example", 8080), null),
                Bases = new Dictionary<ItemKind, PropertyBag>
                {
                    [ItemKind.Hardware] = PropertyBag.Empty.With("name", Scalar.Text("Gate")).With("enabled", Scalar.True),
                },
            },
            new RememberedPair(new ItemKey("a", ItemKind.Camera, "c1"), new ItemKey("b", ItemKind.Camera, "c2"), Ownership.Adopted)
            {
                Bases = new Dictionary<ItemKind, PropertyBag>
                {
                    [ItemKind.Camera] = PropertyBag.Empty.With("recordingStorage", new Reference(new ItemKey("b", ItemKind.Storage, "s"))),
                    [ItemKind.Streams] = PropertyBag.Empty
                        .With("stream[Video stream 1].streamReferenceId", new NamedReference(ItemKind.DeviceStream, "Video stream 1"))
                        .With("stream[]", new ListValue([new ListValue([Scalar.Text("x")]), ListValue.Empty])),
                },
            },
        ],
        Tombstones = [new Tombstone(new ItemKey("b", ItemKind.Hardware, "gone"), "secondary/REC-B1/10.0.0.9", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))],
    };

    [Fact]
    public void A_state_comes_back_with_all_it_held()
    {
        var bytes = MemoryStateStore.Bytes(Full);
        Assert.True(StateJson.Read(bytes, "s.json").TryGet(out var read, out var failure), failure?.Message);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(MemoryStateStore.Bytes(read)));
        Assert.Equal((Full.Lineage, Full.Serial, Full.LastDirection), (read.Lineage, read.Serial, read.LastDirection));
        Assert.Equal(Full.FingerprintKey, read.FingerprintKey);
        Assert.Equal(Full.Tombstones, read.Tombstones);
        foreach (var pair in Full.Pairs)
        {
            var back = Assert.Single(read.Pairs, p => p.Primary == pair.Primary);
            Assert.Equal((pair.Secondary, pair.Ownership, pair.PrimaryIdentity, pair.SecondaryIdentity), (back.Secondary, back.Ownership, back.PrimaryIdentity, back.SecondaryIdentity));
            Assert.Equal(pair.Bases.OrderBy(b => b.Key), back.Bases.OrderBy(b => b.Key));
        }
    }

    [Fact]
    public void The_format_of_the_state_is_as_approved()
        => Approved.Matches(Encoding.UTF8.GetString(MemoryStateStore.Bytes(Full)) + "\n", "state-v1.json");

    [Fact]
    public void The_order_of_the_pairs_does_not_show()
        => Assert.Equal(MemoryStateStore.Bytes(Full), MemoryStateStore.Bytes(Full with { Pairs = [.. Full.Pairs.Reverse()] }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void A_state_of_any_other_format_is_refused_older_ones_too(int format)
    {
        var text = Encoding.UTF8.GetString(MemoryStateStore.Bytes(Full)).Replace("\"formatVersion\":1", FormattableString.Invariant($"\"formatVersion\":{format}"), StringComparison.Ordinal);
        var failure = Refuse(text);
        Assert.Equal(("RMF2201", FormattableString.Invariant($"s.json is a state file of format {format}; this release reads format 1.")), (failure.Code, failure.Message));
        Assert.Contains("move the file away", failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_a_newer_format_is_refused_by_its_number()
    {
        var failure = Refuse("""{"formatVersion":2}""");
        Assert.Equal("RMF2201", failure.Code);
        Assert.Equal("s.json is a state file of format 2; this release reads format 1.", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"formatVersion":1}""")]
    [InlineData("""{"formatVersion":null}""")]
    [InlineData("""{"fingerprintKey":"?","formatVersion":1,"lastDirection":"","lineage":"00000001-0002-0003-0000-000000000000","pairs":[],"serial":1,"tombstones":[]}""")]
    [InlineData("""{"fingerprintKey":"AA==","formatVersion":1,"lastDirection":"","lineage":"x","pairs":[],"serial":1,"tombstones":[]}""")]
    [InlineData("""{"fingerprintKey":"AA==","formatVersion":1,"lastDirection":"","lineage":"00000001-0002-0003-0000-000000000000","pairs":[{"primary":"a/7/x"}],"serial":1,"tombstones":[]}""")]
    public void A_damaged_state_is_refused_and_never_thrown(string text)
    {
        var failure = Refuse(text);
        Assert.Equal("RMF2202", failure.Code);
        Assert.StartsWith("s.json is no state file, or it is damaged: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Restore it from a backup, or move it away: the next run finds the pairs again and deletes nothing.", failure.Advice);
    }

    [Fact]
    public void A_state_that_was_cut_off_is_refused_wherever_the_cut_is()
    {
        var text = Encoding.UTF8.GetString(MemoryStateStore.Bytes(Full));
        for (var length = 0; length < text.Length; length += 41)
        {
            Assert.Equal("RMF2202", Refuse(text[..length]).Code);
        }
    }

    private static RunFailure Refuse(string text)
    {
        Assert.False(StateJson.Read(Encoding.UTF8.GetBytes(text), "s.json").TryGet(out _, out var failure));
        return failure!;
    }
}

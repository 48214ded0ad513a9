using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Tests.Pairing;

public sealed class TopologyTests
{
    private static readonly ItemKey A1 = new("a", ItemKind.RecordingServer, "a1");
    private static readonly ItemKey A2 = new("a", ItemKind.RecordingServer, "a2");
    private static readonly ItemKey B1 = new("b", ItemKind.RecordingServer, "b1");
    private static readonly ItemKey Short = new("a", ItemKind.Storage, "short");
    private static readonly ItemKey Long = new("a", ItemKind.Storage, "long");
    private static readonly ItemKey Standby = new("b", ItemKind.Storage, "standby");

    [Fact]
    public void One_secondary_may_serve_many_primaries()
    {
        var topology = new Topology([Link(A1), Link(A2)]);
        Assert.Equal([A1, A2], topology.LinksOfSecondary(B1).Select(l => l.Primary));
        Assert.Equal(B1, topology.LinkOfPrimary(A2)!.Secondary);
        Assert.Equal([B1], topology.SecondaryRecorders);
        Assert.Null(topology.LinkOfPrimary(B1));
        Assert.Empty(topology.LinksOfSecondary(A1));
    }

    [Fact]
    public void A_primary_that_is_linked_twice_is_refused() => Assert.Throws<ArgumentException>(() => new Topology([Link(A1), Link(A1)]));

    [Fact]
    public void A_storage_without_a_link_goes_to_the_default()
    {
        var link = new RecorderLink(A1, B1, new Dictionary<ItemKey, ItemKey> { [Long] = Standby }, B1.Part(ItemKind.Storage));
        Assert.Equal(Standby, link.SecondaryStorageFor(Long));
        Assert.Equal(B1.Part(ItemKind.Storage), link.SecondaryStorageFor(Short));
        Assert.Null((link with { DefaultStorage = null }).SecondaryStorageFor(Short));
    }

    private static RecorderLink Link(ItemKey primary) => new(primary, B1, new Dictionary<ItemKey, ItemKey>(), null);
}

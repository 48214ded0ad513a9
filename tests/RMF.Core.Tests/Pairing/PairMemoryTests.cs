using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Core.Tests.Pairing;

public sealed class PairMemoryTests
{
    [Fact]
    public void A_pair_is_found_from_both_sides()
    {
        var memory = new PairMemory([Pair("1", "x")]);
        Assert.Equal("x", memory.Find(Side.Primary, Primary("1"))!.Secondary.Id);
        Assert.Equal("1", memory.Find(Side.Secondary, Secondary("x"))!.Primary.Id);
        Assert.Null(memory.Find(Side.Primary, Primary("2")));
        Assert.False(memory.IsEmpty);
        Assert.True(PairMemory.Empty.IsEmpty);
        Assert.Equal(Primary("1"), memory.Pairs.Single().On(Side.Primary));
        Assert.Equal(Secondary("x"), memory.Pairs.Single().On(Side.Secondary));
    }

    [Fact]
    public void A_later_pair_takes_the_place_of_those_that_share_an_item_with_it()
    {
        var memory = new PairMemory([Pair("1", "x"), Pair("2", "y"), Pair("2", "x")]);
        Assert.Null(memory.Find(Side.Primary, Primary("1")));
        Assert.Null(memory.Find(Side.Secondary, Secondary("y")));
        Assert.Equal("x", memory.Find(Side.Primary, Primary("2"))!.Secondary.Id);
        Assert.Single(memory.Pairs);
    }

    [Fact]
    public void What_is_remembered_of_another_twin_is_not_remembered_of_this_one()
    {
        var memory = new PairMemory([Pair("1", "x")]);
        Assert.NotNull(memory.Find(new ItemPair(Item(Primary("1")), Item(Secondary("x")), PairState.Paired, "MAC")));
        Assert.Null(memory.Find(new ItemPair(Item(Primary("1")), Item(Secondary("y")), PairState.Paired, "MAC")));
    }

    private static RememberedPair Pair(string primary, string secondary) => new(Primary(primary), Secondary(secondary), Ownership.Adopted);

    private static ItemKey Primary(string id) => new("a", ItemKind.Hardware, id);

    private static ItemKey Secondary(string id) => new("b", ItemKind.Hardware, id);

    private static Item Item(ItemKey key) => new(key, null, key.Id, PropertyBag.Empty);
}

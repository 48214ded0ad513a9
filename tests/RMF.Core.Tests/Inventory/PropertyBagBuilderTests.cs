using RMF.Core.Inventory;

namespace RMF.Core.Tests.Inventory;

public sealed class PropertyBagBuilderTests
{
    [Fact]
    public void Bags_of_one_shape_share_their_names_and_keep_their_own_values_in_whatever_order_names_were_set()
    {
        var builder = new PropertyBagBuilder(new ShapePool());
        var bags = Enumerable.Range(0, 5).Select(i => builder.Set("zoom", i).Set("address", $"a{i}").Set("name", i % 2 == 0).Build()).ToList();

        for (var i = 0; i < bags.Count; i++)
        {
            Assert.Equal(["address", "name", "zoom"], bags[i].Select(p => p.Key));
            Assert.Equal($"{{address: a{i}, name: {(i % 2 == 0 ? "true" : "false")}, zoom: {i}}}", bags[i].ToString());
        }

        Assert.Equal(new PropertyBagBuilder().Set("address", "a3").Set("zoom", 3).Set("name", false).Build(), bags[3]);
    }

    [Fact]
    public void The_last_value_of_a_name_counts_also_when_the_names_were_seen_before()
    {
        var builder = new PropertyBagBuilder(new ShapePool());
        for (var i = 0; i < 3; i++)
        {
            var bag = builder.Set("b", 1).Set("a", 2).Set("b", i).Build();
            Assert.Equal(2, bag.Count);
            Assert.Equal(Scalar.Number(i), bag["b"]);
        }
    }
}

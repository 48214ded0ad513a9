using RMF.Core.Inventory;

namespace RMF.Core.Tests.Inventory;

public sealed class PropertyBagTests
{
    private static PropertyBag Sample => new PropertyBagBuilder().Set("b", "2").Set("a", 1).Set("c", value: true).Build();

    [Fact]
    public void Names_are_sorted_by_their_ordinal_order()
        => Assert.Equal(["B", "a", "a2", "ä"], new PropertyBagBuilder().Set("ä", "").Set("a2", "").Set("B", "").Set("a", "").Build().Select(p => p.Key));

    [Fact]
    public void A_name_that_is_set_twice_keeps_the_last_value()
    {
        var bag = new PropertyBagBuilder().Set("a", "first").Set("b", "x").Set("a", "second").Set("a", "third").Build();
        Assert.Equal(2, bag.Count);
        Assert.Equal("third", bag.TextOf("a"));
        Assert.Equal("second", new PropertyBagBuilder().Set("a", "first").Set("a", "second").Build().TextOf("a"));
    }

    [Fact]
    public void A_builder_starts_anew_after_a_build()
    {
        var builder = new PropertyBagBuilder();
        var first = builder.Set("a", "1").Build();
        var second = builder.Set("b", "2").Build();
        Assert.Equal(["a"], first.Select(p => p.Key));
        Assert.Equal(["b"], second.Select(p => p.Key));
        Assert.Same(PropertyBag.Empty, builder.Build());
    }

    [Fact]
    public void What_is_not_there_is_null_and_not_found()
    {
        Assert.Null(Sample["z"]);
        Assert.False(Sample.TryGet("z", out _));
        Assert.Null(Sample.TextOf("z"));
        Assert.False(Sample.IsTrue("z"));
    }

    [Fact]
    public void A_null_is_there_but_has_no_text()
    {
        var bag = new PropertyBagBuilder().Set("n", (string?)null).Build();
        Assert.True(bag.TryGet("n", out var value));
        Assert.Equal(Scalar.Null, value);
        Assert.Null(bag.TextOf("n"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    public void True_is_true_in_any_spelling(string text, bool expected)
        => Assert.Equal(expected, new PropertyBagBuilder().Set("x", text).Build().IsTrue("x"));

    [Fact]
    public void With_changes_a_copy()
    {
        var bag = Sample;
        var changed = bag.With("b", Scalar.Text("new"));
        var added = bag.With("aa", Scalar.Text("between"));
        Assert.Equal("2", bag.TextOf("b"));
        Assert.Equal("new", changed.TextOf("b"));
        Assert.Equal(["a", "aa", "b", "c"], added.Select(p => p.Key));
        Assert.Equal("1", added.TextOf("a"));
        Assert.Equal("x", PropertyBag.Empty.With("only", Scalar.Text("x")).TextOf("only"));
    }

    [Fact]
    public void Bags_are_equal_by_names_and_values()
    {
        Assert.Equal(Sample, Sample);
        Assert.Equal(Sample.GetHashCode(), Sample.GetHashCode());
        Assert.NotEqual(Sample, Sample.With("a", Scalar.Number(2)));
        Assert.NotEqual(new PropertyBagBuilder().Set("a", "1").Build(), new PropertyBagBuilder().Set("b", "1").Build());
        Assert.NotEqual(Sample, Sample.With("d", Scalar.Null));
        Assert.False(Sample.Equals(null));
    }

    [Fact]
    public void Bags_of_one_pool_share_their_names()
    {
        var pool = new ShapePool();
        string[] first = ["a", "b"];
        Assert.Same(first, pool.Share(first));
        Assert.Same(first, pool.Share(["a", "b"]));
        Assert.NotSame(first, pool.Share(["a", "c"]));
    }

    [Fact]
    public void A_pool_serves_many_threads()
    {
        var pool = new ShapePool();
        var shapes = new string[64][];
        Parallel.For(0, shapes.Length, i => shapes[i] = pool.Share(["x", "y"]));
        Assert.Single(shapes.Distinct());
    }
}

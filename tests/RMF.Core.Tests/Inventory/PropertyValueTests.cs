using RMF.Core.Inventory;

namespace RMF.Core.Tests.Inventory;

public sealed class PropertyValueTests
{
    private static readonly ItemKey Storage = new("a", ItemKind.Storage, "1");

    private static readonly PropertyValue[] Shapes =
    [
        Scalar.Text("x"),
        new ListValue([Scalar.Text("x"), Scalar.Null]),
        new GroupValue(new PropertyBagBuilder().Set("m", "x").Build()),
        new Reference(Storage),
        new NamedReference(ItemKind.DeviceStream, "x"),
        new PendingReference("x"),
    ];

    public static TheoryData<PropertyValue> Values => [.. Shapes];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_equals_no_value_of_another_shape(PropertyValue value)
    {
        Assert.Single(Shapes, other => other.Equals(value));
        Assert.False(value.Equals((PropertyValue?)null));
        Assert.False(value.Equals((object)"x"));
    }

    [Fact]
    public void Lists_are_equal_by_order_and_content()
    {
        Assert.Equal(new ListValue([Scalar.True, Scalar.Null]), new ListValue([Scalar.True, Scalar.Null]));
        Assert.Equal(new ListValue([Scalar.True]).GetHashCode(), new ListValue([Scalar.True]).GetHashCode());
        Assert.NotEqual(new ListValue([Scalar.True, Scalar.Null]), new ListValue([Scalar.Null, Scalar.True]));
        Assert.NotEqual(new ListValue([Scalar.True]), ListValue.Empty);
        Assert.Equal("[true, null]", new ListValue([Scalar.True, Scalar.Null]).ToString());
    }

    [Fact]
    public void References_are_equal_by_site_kind_and_id()
    {
        Assert.Equal(new Reference(Storage), new Reference(Storage with { }));
        Assert.Equal(new Reference(Storage).GetHashCode(), new Reference(Storage with { }).GetHashCode());
        Assert.NotEqual(new Reference(Storage), new Reference(Storage with { Site = "b" }));
        Assert.NotEqual(new Reference(Storage), new Reference(Storage.Part(ItemKind.Hardware)));
    }

    [Fact]
    public void Named_references_are_equal_by_kind_and_name()
    {
        Assert.Equal(new NamedReference(ItemKind.DeviceStream, "1"), new NamedReference(ItemKind.DeviceStream, "1"));
        Assert.NotEqual(new NamedReference(ItemKind.DeviceStream, "1"), new NamedReference(ItemKind.HardwareDriver, "1"));
        Assert.NotEqual(new PendingReference("a"), new PendingReference("b"));
    }

    [Fact]
    public void A_group_within_a_group_is_compared_to_the_bottom()
    {
        static GroupValue Nested(string text) => new(new PropertyBagBuilder().Set("inner", new GroupValue(new PropertyBagBuilder().Set("x", text).Build())).Build());
        Assert.Equal(Nested("1"), Nested("1"));
        Assert.NotEqual(Nested("1"), Nested("2"));
    }
}

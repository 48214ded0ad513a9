using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Kinds;

public sealed class NormaliserTests
{
    private static readonly PropertyValue List = new ListValue([Scalar.Text("A")]);

    public static TheoryData<PropertyType, PropertyValue, PropertyValue> SameValue => new()
    {
        { PropertyType.Text, Scalar.Null, Scalar.Empty },
        { PropertyType.Text, Scalar.Number(5), Scalar.Text("5") },
        { PropertyType.Boolean, Scalar.Text("True"), Scalar.True },
        { PropertyType.Boolean, Scalar.Text("FALSE"), Scalar.False },
        { PropertyType.Boolean, Scalar.Empty, Scalar.Null },
        { PropertyType.Number, Scalar.Text("5"), Scalar.Number(5) },
        { PropertyType.Number, Scalar.Text("5.0"), Scalar.Number(5) },
        { PropertyType.Number, Scalar.Text("0.60"), Scalar.Number(0.6) },
        { PropertyType.Number, Scalar.Text("-0"), Scalar.Number(0) },
        { PropertyType.Number, Scalar.Text("1e3"), Scalar.Number(1000) },
        { PropertyType.Number, Scalar.Empty, Scalar.Null },
        { PropertyType.Choice, Scalar.Text("WhenNeeded"), Scalar.Text("whenneeded") },
        { PropertyType.Choice, Scalar.Number(1), Scalar.Text("1") },
        { PropertyType.Choice, Scalar.Null, Scalar.Empty },
        { PropertyType.GisPoint, Scalar.Text("POINT (12.370  55.65)"), Scalar.Text("POINT(12.37 55.650)") },
        { PropertyType.GisPoint, Scalar.Text("point empty"), Scalar.Null },
        { PropertyType.GisPoint, Scalar.Empty, Scalar.Text("POINT EMPTY") },
        { PropertyType.OpenGroup, Scalar.Text("25"), Scalar.Number(25) },
        { PropertyType.OpenGroup, Scalar.Text("0.6"), Scalar.Number(0.6) },
        { PropertyType.OpenGroup, Scalar.Text("True"), Scalar.True },
        { PropertyType.OpenGroup, Scalar.Null, Scalar.Empty },
    };

    public static TheoryData<PropertyType, PropertyValue, PropertyValue> OtherValue => new()
    {
        { PropertyType.Text, Scalar.Text("a"), Scalar.Text("A") },
        { PropertyType.Text, Scalar.Text("a"), Scalar.Text("a ") },
        { PropertyType.Boolean, Scalar.Null, Scalar.False },
        { PropertyType.Boolean, Scalar.Text("1"), Scalar.True },
        { PropertyType.Number, Scalar.Null, Scalar.Number(0) },
        { PropertyType.Number, Scalar.Text("NaN"), Scalar.Number(0) },
        { PropertyType.GisPoint, Scalar.Text("POINT (1 2)"), Scalar.Text("POINT (2 1)") },
        { PropertyType.GisPoint, Scalar.Text("POINT (1 2)"), Scalar.Text("POINT EMPTY") },
        { PropertyType.GisPoint, List, Scalar.Text("POINT EMPTY") },
        { PropertyType.OpenGroup, Scalar.Text("007"), Scalar.Number(7) },
        { PropertyType.OpenGroup, Scalar.Text("1e3"), Scalar.Number(1000) },
        { PropertyType.OpenGroup, Scalar.Text("H.264"), Scalar.Text("h.264") },
    };

    public static TheoryData<string> Names
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var normaliser in Normalisers.All)
            {
                data.Add(normaliser.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SameValue))]
    public void Spelling_is_not_a_difference(PropertyType type, PropertyValue a, PropertyValue b)
        => Assert.Equal(Normalisers.For(type).Apply(a), Normalisers.For(type).Apply(b));

    [Theory]
    [MemberData(nameof(OtherValue))]
    public void A_difference_is_not_spelling(PropertyType type, PropertyValue a, PropertyValue b)
        => Assert.NotEqual(Normalisers.For(type).Apply(a), Normalisers.For(type).Apply(b));

    [Theory]
    [MemberData(nameof(Names))]
    public void Normalising_twice_changes_nothing_more(string name)
    {
        var normaliser = Normalisers.All.Single(n => n.Name == name);
        var values = new RandomValues(new Random(5));
        foreach (var type in Enum.GetValues<PropertyType>())
        {
            for (var i = 0; i < 100; i++)
            {
                var once = normaliser.Apply(values.Of(type));
                Assert.Equal(once, normaliser.Apply(once));
            }
        }

        Assert.Equal(List, normaliser.Apply(List));
    }

    [Fact]
    public void References_and_lists_are_compared_as_they_are()
    {
        Assert.Same(Normalisers.Exact, Normalisers.For(PropertyType.Reference));
        Assert.Same(Normalisers.Exact, Normalisers.For(PropertyType.PlainList));
    }
}

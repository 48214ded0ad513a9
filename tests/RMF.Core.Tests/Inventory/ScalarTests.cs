using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Core.Tests.Inventory;

public sealed class ScalarTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(5.0, "5")]
    [InlineData(255.0, "255")]
    [InlineData(256.0, "256")]
    [InlineData(-3.0, "-3")]
    [InlineData(0.6, "0.6")]
    public void A_number_is_kept_as_its_invariant_text(double number, string text)
    {
        Assert.Equal(text, Scalar.Number(number).Value);
        Assert.Equal(ScalarType.Number, Scalar.Number(number).Type);
    }

    [Fact]
    public void Minus_zero_is_zero() => Assert.Equal("0", Scalar.Number(-0.0).Value);

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("0.6", Scalar.Number(0.6).Value);
            Assert.Equal("-1234567", Scalar.Number(-1234567).Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_whole_number_is_the_same_as_integer_and_as_double()
    {
        Assert.Equal(Scalar.Number(1_000_000L), Scalar.Number(1_000_000.0));
        Assert.Equal(Scalar.Number(7L).GetHashCode(), Scalar.Number(7.0).GetHashCode());
    }

    [Fact]
    public void Two_types_with_the_same_text_are_not_equal()
    {
        Assert.NotEqual<PropertyValue>(Scalar.Number(5), Scalar.Text("5"));
        Assert.NotEqual<PropertyValue>(Scalar.True, Scalar.Text("true"));
        Assert.NotEqual<PropertyValue>(Scalar.Null, Scalar.Empty);
    }

    [Fact]
    public void Text_is_compared_by_case()
    {
        Assert.Equal(Scalar.Text("a"), Scalar.Text("a"));
        Assert.NotEqual(Scalar.Text("a"), Scalar.Text("A"));
        Assert.Same(Scalar.Empty, Scalar.Text(string.Empty));
        Assert.Same(Scalar.True, Scalar.Boolean(true));
    }

    [Fact]
    public void Null_shows_itself()
    {
        Assert.Equal("null", Scalar.Null.ToString());
        Assert.Equal(string.Empty, Scalar.Null.Value);
    }
}

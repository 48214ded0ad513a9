using RMF.Core.Inventory;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Tests.Planning.Merging;

public sealed class DefinitionCheckTests
{
    [Theory]
    [InlineData("25", null)]
    [InlineData("1", null)]
    [InlineData("30", null)]
    [InlineData("31", "the driver takes 1 to 30 for 'FPS', not 31")]
    [InlineData("0.5", "the driver takes 1 to 30 for 'FPS', not 0.5")]
    [InlineData("fast", null)]
    public void A_range_is_held(string value, string? why) => Assert.Equal(why, DefinitionCheck.WhyNot(Range(1, 30), Scalar.Text(value)));

    [Fact]
    public void A_range_may_be_open_at_one_end()
    {
        Assert.Equal("the driver takes at most 30 for 'FPS', not 31", DefinitionCheck.WhyNot(Range(null, 30), Scalar.Number(31)));
        Assert.Equal("the driver takes at least 1 for 'FPS', not 0", DefinitionCheck.WhyNot(Range(1, null), Scalar.Number(0)));
        Assert.Null(DefinitionCheck.WhyNot(Range(null, null), Scalar.Number(-1)));
        Assert.Null(DefinitionCheck.WhyNot(Range(null, 30), Scalar.Number(-1)));
    }

    [Fact]
    public void Options_are_held_in_any_case()
    {
        var codec = new SettingDefinition("codec", CanSet: true, "Enum", ["H.264", "H.265"], null, null);
        Assert.Null(DefinitionCheck.WhyNot(codec, Scalar.Text("h.265")));
        Assert.Equal("the driver takes H.264, H.265 for 'codec', not 'MJPEG'", DefinitionCheck.WhyNot(codec, Scalar.Text("MJPEG")));
    }

    [Fact]
    public void A_long_list_of_options_is_cut()
    {
        var many = new SettingDefinition("size", CanSet: true, "Enum", [.. Enumerable.Range(1, 20).Select(i => "s" + i)], null, null);
        Assert.Equal("the driver takes s1, s2, s3, s4, s5, s6, s7, s8 and 12 more for 'size', not 'x'", DefinitionCheck.WhyNot(many, Scalar.Text("x")));
    }

    [Fact]
    public void Options_count_before_a_range()
        => Assert.Null(DefinitionCheck.WhyNot(new SettingDefinition("x", CanSet: true, "Enum", ["50"], 1, 30), Scalar.Text("50")));

    [Fact]
    public void What_the_driver_does_not_let_be_set_is_refused_whatever_the_value()
        => Assert.Equal("the driver does not let 'x' be set", DefinitionCheck.WhyNot(new SettingDefinition("x", CanSet: false, "Int", [], null, null), Scalar.Text("1")));

    [Fact]
    public void A_value_that_is_no_scalar_is_the_drivers_business()
        => Assert.Null(DefinitionCheck.WhyNot(Range(1, 2), ListValue.Empty));

    [Fact]
    public void Eight_options_are_all_told()
    {
        var eight = new SettingDefinition("size", CanSet: true, "Enum", [.. Enumerable.Range(1, 8).Select(i => "s" + i)], null, null);
        Assert.Equal("the driver takes s1, s2, s3, s4, s5, s6, s7, s8 for 'size', not 'x'", DefinitionCheck.WhyNot(eight, Scalar.Text("x")));
    }

    [Fact]
    public void A_number_without_a_range_is_taken() => Assert.Null(DefinitionCheck.WhyNot(Range(null, null), Scalar.Text("1e9")));

    private static SettingDefinition Range(double? minimum, double? maximum) => new("FPS", CanSet: true, "Int", [], minimum, maximum);
}

using System.Globalization;
using RMF.Core.Words;

namespace RMF.Core.Tests.Words;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 devices")]
    [InlineData(1, "1 device")]
    [InlineData(2, "2 devices")]
    [InlineData(12000, "12000 devices")]
    public void One_thing_is_named_as_one(int count, string text)
        => Assert.Equal(text, Counted.Of(count, "device"));

    [Theory]
    [InlineData(1, "1 part not read")]
    [InlineData(3, "3 parts not read")]
    public void A_phrase_has_its_own_plural(int count, string text)
        => Assert.Equal(text, Counted.Of(count, "part not read", "parts not read"));

    [Fact]
    public void The_culture_has_no_say()
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal("-2 devices", Counted.Of(-2, "device"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

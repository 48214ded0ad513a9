using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class NamingPatternTests
{
    [Theory]
    [InlineData("{name}", "Gate 1", "Gate 1")]
    [InlineData("{name} (B)", "Gate 1", "Gate 1 (B)")]
    [InlineData("B-{name}", "Gate 1", "B-Gate 1")]
    [InlineData("<{name}>", "x", "<x>")]
    public void A_pattern_makes_a_name_and_finds_it_again(string text, string name, string made)
    {
        Assert.True(NamingPattern.TryParse(text, out var pattern, out _));
        Assert.Equal(made, pattern.Apply(name));
        Assert.True(pattern.TryInvert(made, out var original));
        Assert.Equal(name, original);
        Assert.Equal(text, pattern.Text);
        Assert.Equal(text == "{name}", pattern.IsIdentity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("{name}{name}")]
    [InlineData("{Name}")]
    [InlineData("{name} {site}")]
    [InlineData("{{name}}")]
    [InlineData("}{name}")]
    public void What_cannot_be_inverted_is_refused(string text)
    {
        Assert.False(NamingPattern.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("{name} (B)", "Gate 1")]
    [InlineData("{name} (B)", " (B)")]
    [InlineData("aba{name}aba", "abaaba")]
    [InlineData("aba{name}aba", "ababa")]
    public void A_name_that_the_pattern_cannot_have_made_is_not_inverted(string text, string name)
    {
        Assert.True(NamingPattern.TryParse(text, out var pattern, out _));
        Assert.False(pattern.TryInvert(name, out _));
    }

    [Fact]
    public void Every_pattern_inverts_every_name()
    {
        var texts = Gen.ArrayOf(Gen.Elements('a', 'B', ' ', '(', ')')).Select(c => new string(c)).Resize(6);
        var cases = Gen.Zip(Gen.Zip(texts, texts), texts.Where(t => t.Length > 0)).ToArbitrary();
        Check.One(PropertySeed.Config(500), Prop.ForAll(cases, c =>
            NamingPattern.TryParse(c.Item1.Item1 + "{name}" + c.Item1.Item2, out var pattern, out _)
            && pattern.TryInvert(pattern.Apply(c.Item2), out var original)
            && original == c.Item2));
    }
}

using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class SelectorTests
{
    private static readonly SelectorSubject Camera = new()
    {
        Name = "Gate 1",
        GroupPaths = ["/Perimeter/East", "/All"],
        Recorder = "harbour/REC-A1",
        Address = "10.1.2.3",
        Model = "AXIS P1375",
        Tags = ["critical"],
    };

    [Theory]
    [InlineData("Gate 1", true)]
    [InlineData("gate *", true)]
    [InlineData("*1", true)]
    [InlineData("G?te ?", true)]
    [InlineData("*", true)]
    [InlineData("Gate", false)]
    [InlineData("Gate 1?", false)]
    [InlineData("", false)]
    public void A_name_matches_by_wildcards_without_regard_to_case(string pattern, bool matches)
        => Assert.Equal(matches, new Selector { Name = pattern }.Matches(Camera));

    [Theory]
    [InlineData("/Perimeter", true)]
    [InlineData("/perimeter/east", true)]
    [InlineData("Perimeter/", true)]
    [InlineData("/", true)]
    [InlineData("/Perimeter/East/Far", false)]
    [InlineData("/Peri", false)]
    [InlineData("/East", false)]
    public void A_group_holds_the_groups_below_it_and_no_others(string group, bool matches)
        => Assert.Equal(matches, new Selector { Group = group }.Matches(Camera));

    [Theory]
    [InlineData("REC-A1", true)]
    [InlineData("harbour/REC-A1", true)]
    [InlineData("rec-*", true)]
    [InlineData("harbour/*", true)]
    [InlineData("inland/REC-A1", false)]
    [InlineData("REC-A2", false)]
    public void A_recorder_matches_with_and_without_its_site(string recorder, bool matches)
        => Assert.Equal(matches, new Selector { Recorder = recorder }.Matches(Camera));

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", true)]
    [InlineData("10.1.0.0/16", "10.1.2.3", true)]
    [InlineData("10.1.2.0/31", "10.1.2.1", true)]
    [InlineData("10.1.2.0/31", "10.1.2.2", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("2001:db8::/32", "2001:db8:1::5", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::5", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("10.0.0.0/8", "camera-1.example.net", false)]
    [InlineData("10.0.0.0/8", "10.1", false)]
    [InlineData("10.0.0.0/8", null, false)]
    public void An_address_matches_by_range(string range, string? address, bool matches)
        => Assert.Equal(matches, new Selector { Address = range }.Matches(Camera with { Address = address }));

    [Theory]
    [InlineData("10.0.0.0/08a")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("010.0.0.1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("fe80::1%eth0")]
    [InlineData("")]
    [InlineData("camera")]
    public void What_is_no_range_is_refused(string text)
    {
        Assert.False(Selector.IsAddress(text));
        Assert.Throws<FormatException>(() => new Selector { Address = text });
    }

    [Fact]
    public void All_given_fields_must_match_and_what_is_not_known_matches_none()
    {
        var selector = new Selector { Name = "Gate *", Group = "/Perimeter", Model = "AXIS*", Tag = "CRITICAL" };
        Assert.True(selector.Matches(Camera));
        Assert.False(selector.Matches(Camera with { Tags = [] }));
        Assert.False(selector.Matches(Camera with { Model = null }));
        Assert.False(selector.Matches(Camera with { GroupPaths = [] }));
        Assert.False(selector.Matches(Camera with { Name = "Door 1" }));
        Assert.True(new Selector().Matches(Camera));
        Assert.True(new Selector().IsEmpty);
        Assert.Equal(selector, selector with { Tag = "CRITICAL" });
        Assert.NotEqual(selector, selector with { Tag = "other" });
    }

    [Fact]
    public void Exclude_beats_include_and_no_include_is_everything()
    {
        Assert.True(new ManagePolicy().Manages(Camera));
        Assert.True(new ManagePolicy { Include = [new() { Name = "x" }, new() { Name = "Gate*" }] }.Manages(Camera));
        Assert.False(new ManagePolicy { Include = [new() { Name = "x" }] }.Manages(Camera));
        Assert.False(new ManagePolicy { Include = [new() { Name = "*" }], Exclude = [new() { Tag = "critical" }] }.Manages(Camera));
    }

    [Fact]
    public void A_pattern_matches_what_the_plain_definition_says()
    {
        var letters = Gen.Elements('a', 'b', '*', '?');
        var pairs = Gen.Zip(Gen.ArrayOf(letters), Gen.ArrayOf(Gen.Elements('a', 'b'))).Resize(9).ToArbitrary();
        Check.One(
            PropertySeed.Config(2_000),
            Prop.ForAll(pairs, p => new Selector { Name = new string(p.Item1) }.Matches(new() { Name = new string(p.Item2) }) == Plain(p.Item1, p.Item2)));
    }

    private static bool Plain(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
        => pattern.Length == 0 ? text.Length == 0
            : pattern[0] == '*' ? Plain(pattern[1..], text) || (text.Length > 0 && Plain(pattern, text[1..]))
            : text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && Plain(pattern[1..], text[1..]);

    [Theory]
    [InlineData("manage: { include: [ { tag: outdoor } ] }")]
    [InlineData("manage: { exclude: [ { name: x, tag: outdoor } ] }")]
    [InlineData("hardwareCredentials: [ { match: { tag: outdoor }, user: root, password: { secret: s } } ]")]
    public void A_tag_is_refused_because_XProtect_has_none(string more)
    {
        var message = Assert.Single(Policies.With(more + "\n").Messages, m => m.Severity == PolicySeverity.Error);
        Assert.Equal(PolicyCodes.NotInXProtect.Code, message.Code);
        Assert.Contains("choose by group", message.ToString(), StringComparison.Ordinal);
    }
}

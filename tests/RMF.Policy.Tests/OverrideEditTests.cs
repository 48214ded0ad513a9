using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;

namespace RMF.Policy.Tests;

/// <summary>Edits of entries of <c>live.overrides</c>, and new ones, in many layouts.</summary>
[Trait("Proof", "policy-edit")]
public sealed class OverrideEditTests
{
    private const int Runs = 1_500;

    private static readonly KeyValuePair<string, string>[] Entry = [new("match.group", "/Harbour"), new("role", "Guards *"), new("priority", "secondary")];

    private const string Written = "{ match: { group: /Harbour }, role: \"Guards *\", priority: secondary }";

    [Theory]
    [InlineData("", "live:\n  overrides: [ + ]\n")]
    [InlineData("name: a # one\n", "name: a # one\nlive:\n  overrides: [ + ]\n")]
    [InlineData("live:\n", "live:\n  overrides: [ + ]\n")]
    [InlineData("live: {}\n", "live: { overrides: [ + ] }\n")]
    [InlineData("live:\n  dwell: 5s # stay\n", "live:\n  dwell: 5s # stay\n  overrides: [ + ]\n")]
    [InlineData("live:\n  overrides:\n  dwell: 5s\n", "live:\n  overrides: [ + ]\n  dwell: 5s\n")]
    [InlineData("live:\n  overrides: [] # none\n", "live:\n  overrides: [ + ] # none\n")]
    [InlineData("live: { overrides: [{ role: A }], dwell: 5s }", "live: { overrides: [{ role: A }, +], dwell: 5s }")]
    [InlineData("live:\n  overrides:\n    - role: A # first\n      dwell: 1s # short\n  dwell: 5s\n", "live:\n  overrides:\n    - role: A # first\n      dwell: 1s # short\n    - +\n  dwell: 5s\n")]
    [InlineData("live:\n  overrides:\n  - { role: A }\n  - role: B\n    match:\n      name: \"x\"   # last", "live:\n  overrides:\n  - { role: A }\n  - role: B\n    match:\n      name: \"x\"   # last\n  - +")]
    [InlineData("live:\r\n  overrides:\r\n  -\r\n    role: A\r\n# end\r\n", "live:\r\n  overrides:\r\n  -\r\n    role: A\r\n  - +\r\n# end\r\n")]
    public void A_new_entry_goes_to_the_end_of_the_list_and_moves_no_other_byte(string before, string after)
    {
        var edit = PolicyEditor.Append(before, "live.overrides", Entry);
        Assert.Null(edit.Error);
        Assert.Equal(after.Replace("+", Written, StringComparison.Ordinal), edit.Text);
    }

    [Theory]
    [InlineData("a: &x []\nlive:\n  overrides: *x\n")]
    [InlineData("live: 5\n")]
    [InlineData("live:\n  overrides: { a: b }\n")]
    public void A_form_that_has_no_place_for_an_entry_is_refused_and_kept(string text)
    {
        var edit = PolicyEditor.Append(text, "live.overrides", Entry);
        Assert.NotNull(edit.Error);
        Assert.Equal((false, text), (edit.Changed, edit.Text));
    }

    [Theory]
    [InlineData("live", "match.group", "/a")]
    [InlineData("live.overrides", "match.colour", "red")]
    [InlineData("live.overrides", "reactionTime", "5 fortnights")]
    public void What_is_no_entry_of_a_list_is_refused(string path, string key, string value)
        => Assert.NotNull(PolicyEditor.Append("name: a\n", path, [new(key, value)]).Error);

    [Fact]
    public void Several_keys_are_set_together_or_not_at_all()
    {
        const string Text = "live:\n  dwell: 5s # stay\n";
        var edit = PolicyEditor.SetAll(Text, [new("live.failback.policy", "delayed"), new("live.failback.delay", "1m")]);
        Assert.Equal("live:\n  dwell: 5s # stay\n  failback:\n    policy: delayed\n    delay: 1m\n", edit.Text);
        var refused = PolicyEditor.SetAll(Text, [new("live.failback.policy", "delayed"), new("live.failback.delay", "soon")]);
        Assert.NotNull(refused.Error);
        Assert.Equal((false, Text), (refused.Changed, refused.Text));
        Assert.Equal((false, edit.Text), (PolicyEditor.SetAll(edit.Text, [new("live.failback.delay", "60s")]).Changed, edit.Text));
    }

    [Fact]
    public void Entries_are_edited_and_added_in_any_layout()
        => Check.One(PropertySeed.Config(Runs), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Holds));

    private static bool Holds(int seed)
    {
        var random = new Random(seed);
        var (text, count) = Layout(random);
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var added = PolicyEditor.Append(text, "live.overrides", Entry);
        Assert.True(added.Error is null, $"seed {seed}: {added.Error}\n{text}");
        if (count > 0)
        {
            // One insertion: what was there stands before and behind it, byte for byte.
            var start = text.Zip(added.Text).TakeWhile(p => p.First == p.Second).Count();
            Assert.True(added.Text.EndsWith(text[start..], StringComparison.Ordinal), $"seed {seed}\n{text}\n---\n{added.Text}");
            var index = random.Next(count);
            var path = $"live.overrides[{index}].{(random.Next(2) == 0 ? "priority" : "failback.policy")}";
            var value = path.EndsWith("priority", StringComparison.Ordinal) ? "secondary" : "never";
            var set = PolicyEditor.Set(added.Text, path, value);
            Assert.True(set.Error is null, $"seed {seed}: {path} {set.Error}\n{added.Text}");
            Assert.True(PolicyEditor.Set(set.Text, path, value) is { Changed: false, Error: null }, $"seed {seed}\n{set.Text}");
            Assert.False(PolicyEditor.Set(set.Text, $"live.overrides[{count}].match.group", "/Harbour").Changed);
        }

        foreach (var comment in lines.Where(l => l.Contains('#', StringComparison.Ordinal)).Select(l => l[l.IndexOf('#', StringComparison.Ordinal)..]))
        {
            Assert.True(added.Text.Contains(comment, StringComparison.Ordinal), $"seed {seed}: lost {comment}\n{text}\n---\n{added.Text}");
        }

        Assert.False(PolicyEditor.Set(added.Text, $"live.overrides[{count}].role", "Guards *").Changed, $"seed {seed}\n{added.Text}");
        return true;
    }

    // A policy's live part with some overrides, in a random style.
    private static (string Text, int Count) Layout(Random random)
    {
        var newLine = random.Next(4) == 0 ? "\r\n" : "\n";
        var count = random.Next(4);
        var comments = 0;
        var indent = new string(' ', random.Next(1, 5));
        var dash = indent + new string(' ', random.Next(0, 4));
        var items = Enumerable.Range(0, count).Select(i => (Name: "Gate " + i, Role: "Role" + i)).ToList();
        var text = $"name: x{Comment()}{newLine}live:{Comment()}{newLine}";
        var dwell = $"{indent}dwell: 4s{Comment()}{newLine}";
        var before = random.Next(2) == 0;
        text += before ? dwell : "";
        text += (count, random.Next(3)) switch
        {
            (0, 0) => "",
            (0, _) => $"{indent}overrides: []{Comment()}{newLine}",
            (_, 0) => $"{indent}overrides: [{string.Join(", ", items.Select(i => $"{{ match: {{ name: {i.Name} }}, role: {i.Role} }}"))}]{Comment()}{newLine}",
            _ => $"{indent}overrides:{Comment()}{newLine}" + string.Concat(items.Select(i => Item(i.Name, i.Role))),
        };
        text += before && (count > 0 || text.Contains("overrides", StringComparison.Ordinal)) ? "" : before ? "" : dwell;
        text += random.Next(2) == 0 ? $"# end{newLine}" : "";
        return (random.Next(3) == 0 ? text.TrimEnd('\r', '\n') : text, count);

        string Item(string name, string role) => random.Next(3) switch
        {
            0 => $"{dash}- {{ match: {{ name: \"{name}\" }}, role: {role}, priority: primary }}{Comment()}{newLine}",
            1 => $"{dash}- role: {role}{Comment()}{newLine}{dash}  match:{newLine}{dash}    name: {name}{Comment()}{newLine}",
            _ => $"{dash}- role: '{role}'{newLine}{dash}  failback: {{ policy: manual }}{Comment()}{newLine}{dash}  dwell: 1s{newLine}",
        };

        string Comment() => random.Next(3) == 0 ? $" # note {comments++}" : "";
    }
}

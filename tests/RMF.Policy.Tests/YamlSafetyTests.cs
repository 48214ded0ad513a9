using System.Diagnostics;
using System.Text;

namespace RMF.Policy.Tests;

public sealed class YamlSafetyTests
{
    [Theory]
    [InlineData("", "RMF1006", 1, 1)]
    [InlineData("# only a comment\n", "RMF1006", 1, 1)]
    [InlineData("---\n", "RMF1006", 1, 1)]
    [InlineData("\uFEFF", "RMF1006", 1, 1)]
    [InlineData("just text\n", "RMF1007", 1, 1)]
    [InlineData("- a\n- b\n", "RMF1007", 1, 1)]
    [InlineData("a: [1, 2\nb: 3\n", "RMF1003", 1, 4)]
    [InlineData("a: {x: 1\nb: 3\n", "RMF1003", 1, 4)]
    [InlineData("a: 'x\nb: 3\n", "RMF1003", 1, 4)]
    [InlineData("a: b: c\n", "RMF1003", 1, 5)]
    [InlineData("a: @x\n", "RMF1003", 1, 4)]
    [InlineData("a: { b: 1, c: @x }\n", "RMF1003", 1, 15)]
    [InlineData("a: { b: &x 1, c: *x }\n", "RMF1003", 1, 4)]
    [InlineData("}\n", "RMF1003", 1, 1)]
    [InlineData("  a: 1\n b: 2\n", "RMF1003", 2, 2)]
    [InlineData("a:\n\tb: 1\n", "RMF1012", 2, 1)]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "RMF1012", 3, 1)]
    [InlineData("a: 1\nb: \u0007\n", "RMF1013", 2, 4)]
    [InlineData("a: \0b\n", "RMF1013", 1, 4)]
    [Trait("Proof", "bad-input")]
    public void Broken_text_gives_one_error_at_the_best_place_known(string text, string code, int line, int column)
    {
        var error = Policies.OnlyError(text);
        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
    }

    [Fact]
    public void Half_a_character_is_refused()
        => Assert.Equal((PolicyCodes.BadCharacter.Code, 1, 4), Policies.OnlyError("a: \ud800\n") is var error ? (error.Code, error.Line, error.Column) : default);

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var plain = Policies.Valid(Policies.Minimal);
        var windows = Policies.Valid("\uFEFF" + Policies.Minimal.ReplaceLineEndings("\r\n"));
        Assert.Equal(plain.PolicyHash, windows.PolicyHash);
    }

    [Fact]
    public void Anchors_and_aliases_are_read()
    {
        var policy = Policies.Valid(Policies.Minimal + "live: { overrides: [ { match: &gate { name: \"Gate *\" }, priority: secondary } ] }\nmanage: { include: [ *gate ] }\n");
        Assert.Equal("Gate *", policy.Manage.Include.Single().Name);
    }

    public static TheoryData<string> Bombs => new(BombTexts.Keys);

    private static Dictionary<string, Func<string>> BombTexts { get; } = new(StringComparer.Ordinal)
    {
        ["deep flow lists"] = () => new string('[', 2_000_000),
        ["deep flow mappings"] = () => Many("{a: ", 900_000),
        ["deep block lists"] = () => Many("- ", 1_500_000),
        ["deep keys"] = () => Many("? ", 1_500_000),
        ["deep indentation"] = () => string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")),
        ["billion laughs"] = () => "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n")),
        ["many aliases"] = () => "a: &a x\nb: [" + Many("*a,", 500_000) + "]\n",
        ["many anchors"] = () => string.Concat(Enumerable.Range(0, 150_000).Select(i => $"- &a{i} x\n")),
        ["many values"] = () => "a: [" + Many("x,", 1_000_000) + "]\n",
        ["many keys"] = () => string.Concat(Enumerable.Range(0, 300_000).Select(i => $"k{i}: 1\n")),
        ["many equal keys"] = () => Many("k: 1\n", 300_000),
        ["many include entries"] = () => Policies.Minimal + "manage:\n  include:\n" + Many("  - { name: a }\n", 100_000),
        ["a long key"] = () => new string('k', 4_000_000) + ": 1\n",
        ["a long value"] = () => "name: " + new string('v', 4_000_000),
        ["a long quoted value"] = () => "name: \"" + new string('v', 4_000_000),
        ["many backslashes"] = () => "name: \"" + new string('\\', 4_000_000),
        ["many line ends"] = () => new string('\n', 4_000_000),
        ["many comments"] = () => Many("#\n", 2_000_000),
        ["many tags"] = () => "a: [" + Many("!t x,", 700_000) + "]\n",
        ["many documents"] = () => Many("---\na: 1\n", 400_000),
        ["too large"] = () => new string('a', 5 * 1024 * 1024),
        ["many long unknown keys"] = () => string.Concat(Enumerable.Range(0, 55_000).Select(i => $"{i:000000}{new string('s', 58)}: 1\n")),
        ["many unknown recorders"] = () => Policies.Minimal.Split("recorders")[0]
            + "recorders:\n  secondary: [S]\n  primary:\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"  - P{i:00000}-{new string('p', 30)}\n"))
            + "links:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- {{primary: Q{i:00000}-{new string('q', 30)}, secondary: S}}\n")),
        ["hostile names"] = () => Policies.Minimal + "manage: { include: [ { name: \"" + Many("*a", 120) + "*b\" } ] }\n",
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    [Trait("Proof", "bad-input")]
    public void No_text_takes_long_or_much(string name)
    {
        var text = BombTexts[name]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var result = PolicyReader.Parse(text, "bomb.yaml");
        // Far above what it takes on a busy machine, far below a hang.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), $"{name}: {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000_000, $"{name}: {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
        Assert.NotNull(result);
        Assert.True(result.Messages.Count <= 101);
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_before_it_is_read_by_reader_and_editor()
    {
        const int bytes = 50 * 1024 * 1024;
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var stream = File.Create(file))
            {
                stream.SetLength(bytes);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(PolicyCodes.TooLarge.Code, Assert.Single(PolicyReader.Load(file).Messages).Code);
            var edit = PolicyEditor.SetInFile(file, "direction", "restore");
            Assert.Equal((PolicyCodes.TooLarge.Code, false), (edit.Error!.Code, edit.Changed));
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < bytes / 2, "the file was read whole");
            Assert.Equal(bytes, new FileInfo(file).Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_alias_counts_as_what_it_stands_for()
    {
        var result = PolicyReader.Parse(BombTexts["billion laughs"](), "bomb.yaml");
        Assert.Equal(PolicyCodes.TooLarge.Code, Assert.Single(result.Messages).Code);
    }

    [Fact]
    public void Twelve_thousand_mapped_cameras_are_read()
    {
        var text = new StringBuilder(Policies.Minimal).Append("mode: manual\ncameras:\n");
        for (var i = 0; i < 12_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{ camera: \"Camera {i}\", secondary: S1 }}\n");
        }

        Assert.Equal(12_000, Policies.Valid(text.ToString()).Cameras.Count);
    }

    private static string Many(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}

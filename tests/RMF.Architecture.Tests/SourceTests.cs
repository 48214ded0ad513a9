using System.Text.RegularExpressions;

namespace RMF.Architecture.Tests;

/// <summary>What every file that people write keeps to.</summary>
public sealed partial class SourceTests
{
    private const int MaximumLines = 300;

    private static readonly string[] Text = [".cs", ".md", ".ps1", ".psm1", ".psd1", ".ps1xml", ".yaml", ".yml", ".json", ".xml", ".csproj", ".props", ".targets", ".sln", ".txt", ".sh", ".http"];

    // Put together here, so that this file does not hold what it looks for.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var source = Product.Files(".cs").Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(source);
        Assert.DoesNotContain(source.Select(f => (f.Path, Lines: File.ReadLines(f.File).Count())), f => f.Lines > MaximumLines);
    }

    [Fact]
    public void Nothing_is_left_for_later()
        => Assert.Empty(Lines().Where(l => Unfinished.Any(word => l.Text.Contains(word, StringComparison.Ordinal))).Select(l => $"{l.Path}:{l.Number}"));

    [Fact]
    public void No_file_names_a_folder_of_one_machine()
        => Assert.Empty(Lines().Where(l => FolderOfOneMachine().IsMatch(l.Text)).Select(l => $"{l.Path}:{l.Number}: {l.Text.Trim()}"));

    [Theory]
    [InlineData("/", "work/x", true)]
    [InlineData("cd /", "root/x", true)]
    [InlineData("C:\\Us", "ers\\someone\\x", true)]
    [InlineData("https://example.org/", "work/x", false)]
    [InlineData("src/", "work/x", false)]
    public void The_test_tells_a_folder_from_an_address(string start, string end, bool isFolder)
        => Assert.Equal(isFolder, FolderOfOneMachine().IsMatch(start + end));

    private static IEnumerable<(string Path, int Number, string Text)> Lines()
        => Product.Files(Text)
            .Where(f => !f.Path.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f.File).Select((text, i) => (f.Path, i + 1, text)));

    [GeneratedRegex(@"(?<![\w.\-/:])/(work|root|home|Users)/|[A-Za-z]:\\Users\\\w", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FolderOfOneMachine();
}

using System.Text.RegularExpressions;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Testing;

namespace RMF.Architecture.Tests;

/// <summary>Holds the documentation to the code: codes both ways, and links that lead somewhere.</summary>
public sealed class DocumentationTests
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    private static readonly string ErrorsPage = File.ReadAllText(Repository.PathOf("docs", "errors.md"));

    /// <summary>The first cell of a table's row, where it is code alone; a second such cell counts as well.</summary>
    private static readonly HashSet<string> Documented =
        [.. ErrorsPage.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(LeadingCodes)];

    private static readonly IReadOnlyList<(string File, string Text)> Sources =
        [.. FilesUnder("src", "*.cs").Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))];

    public static TheoryData<string> Pages =>
    [
        .. FilesUnder("docs", "*.md").Concat(Directory.EnumerateFiles(Repository.Root, "*.md")).Concat(FilesUnder("examples", "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Each_code_in_the_source_is_documented()
        => Assert.Empty(Used().Where(u => !Documented.Contains(u.Key)).Select(u => $"{u.Key} of {u.Value} is not in docs/errors.md"));

    [Fact]
    public void Each_documented_code_is_in_the_source()
    {
        var used = Used();

        Assert.NotEmpty(Documented);
        Assert.Empty(Documented.Where(code => !used.ContainsKey(code)).Select(code => $"docs/errors.md documents {code}, and nothing in src uses it"));
    }

    [Fact]
    public void No_code_is_documented_twice()
    {
        var rows = ErrorsPage.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(LeadingCodes);

        Assert.Empty(rows.GroupBy(code => code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_relative_link_leads_to_a_file_and_a_heading(string page)
    {
        var broken = new List<string>();
        foreach (var link in LinksOf(Repository.PathOf(page)))
        {
            var (path, anchor) = Split(link);
            var target = path.Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, Uri.UnescapeDataString(path)));
            if (!File.Exists(target) && !Directory.Exists(target))
            {
                broken.Add($"{link}: there is no {Path.GetRelativePath(Repository.Root, target)}");
            }
            else if (anchor.Length > 0 && target.EndsWith(".md", StringComparison.Ordinal) && !HeadingsOf(target).Contains(anchor))
            {
                broken.Add($"{link}: there is no such heading");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Decisions_are_numbered_without_repeats()
    {
        var numbers = FilesUnder("docs/decisions", "*.md").Select(file => Path.GetFileName(file)[..4]).ToList();

        Assert.All(numbers, number => Assert.True(int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out _), $"'{number}' is no number."));
        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Every code and error id of the source, with a place where it stands.</summary>
    private static Dictionary<string, string> Used()
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in Sources)
        {
            foreach (var code in Matches(text, "\"(RMF[0-9]{4})\""))
            {
                used[code] = file;
            }

            if (!file.Replace('\\', '/').StartsWith("src/RMF.PowerShell/", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var id in Matches(text, "RmfErrorRecord\\.Create\\(\\s*\"([A-Za-z0-9]+)\"").Concat(Matches(text, "Build\\(exception, \"([A-Za-z0-9]+)\""))
                .Concat(Matches(text, "=> \"([A-Za-z]+(?:Unknown|NotFound))\",")))
            {
                used[id] = file;
            }
        }

        foreach (var kind in Enum.GetValues<SiteErrorKind>())
        {
            used[RunFailure.From(new SiteError(kind, "site", "operation", "message", "advice")).Code] = nameof(SiteErrorKind);
            used["Site" + kind] = nameof(SiteErrorKind);
        }

        // What a change can end with besides what was wanted, after it was read back.
        foreach (var status in Enum.GetValues<ChangeStatus>().Except([ChangeStatus.Planned, ChangeStatus.Confirmed, ChangeStatus.Verified]))
        {
            used["Change" + status] = nameof(ChangeStatus);
        }

        return used;
    }

    private static IEnumerable<string> LeadingCodes(string row)
        => row.Split('|').Skip(1).TakeWhile(cell => Matches(cell, "^ `([A-Za-z0-9]+)` $").Any()).Select(cell => cell.Trim(' ', '`'));

    private static IEnumerable<string> LinksOf(string page)
    {
        // Code blocks show text as it stands, brackets included.
        var text = Regex.Replace(File.ReadAllText(page), "```.*?```|`[^`\n]*`", "", RegexOptions.Singleline, LongestMatch);
        return Matches(text, "\\]\\(([^)\\s]+)\\)").Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));
    }

    private static HashSet<string> HeadingsOf(string page)
        => [.. File.ReadLines(page).Where(line => line.StartsWith('#')).Select(line => Anchor(line.TrimStart('#').Trim()))];

    private static string Anchor(string heading)
        => new([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    private static (string Path, string Anchor) Split(string link)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (link, "") : (link[..hash], link[(hash + 1)..]);
    }

    private static IEnumerable<string> Matches(string text, string pattern)
        => Regex.Matches(text, pattern, RegexOptions.None, LongestMatch).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> FilesUnder(string folder, string pattern)
    {
        var full = Repository.PathOf(folder);
        return !Directory.Exists(full) ? [] : Directory.EnumerateFiles(full, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(full, file).Split('/', '\\').Any(part => part is "bin" or "obj" or "out"));
    }
}

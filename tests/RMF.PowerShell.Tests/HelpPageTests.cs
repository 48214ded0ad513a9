using RMF.Testing;

namespace RMF.PowerShell.Tests;

public sealed class HelpPageTests
{
    private static readonly string[] Sections = ["Syntax", "Description", "Parameters", "Examples", "Outputs", "Notes"];

    public static TheoryData<string> Cmdlets => [.. ModuleAssembly.Cmdlets.Keys.Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("docs", "cmdlets");

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Each_cmdlet_has_a_page_with_words_in_every_section(string cmdlet)
    {
        var lines = Read(cmdlet);

        Assert.Equal($"# {cmdlet}", lines[0]);
        Assert.False(lines[2].StartsWith('#') || lines[2].Length == 0, $"{cmdlet} has no synopsis.");
        Assert.Equal(Sections, Titles(lines, "## "));
        foreach (var section in Sections.Where(section => section is not ("Parameters" or "Notes")))
        {
            Assert.True(Body(lines, "## " + section).Any(line => line.Length > 0), $"{cmdlet}: the section {section} is empty.");
        }

        Assert.Contains(lines, line => line.StartsWith("### Example 1: ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Each_parameter_is_described_and_no_other(string cmdlet)
    {
        var lines = Read(cmdlet);
        var described = Titles(lines, "### -").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(ModuleAssembly.ParametersOf(ModuleAssembly.Cmdlets[cmdlet]).Order(StringComparer.Ordinal), described);
        foreach (var parameter in described)
        {
            // The first paragraph is written by the tool; the words come after it.
            var paragraphs = Body(lines, "### -" + parameter).Count(line => line.Length > 0);
            Assert.True(paragraphs >= 2, $"{cmdlet} -{parameter} has no words.");
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_outputs_are_those_that_the_cmdlet_declares(string cmdlet)
    {
        var lines = Read(cmdlet);
        var declared = ModuleAssembly.OutputTypesOf(ModuleAssembly.Cmdlets[cmdlet]).Select(type => type.FullName!).Order(StringComparer.Ordinal).ToList();
        var described = Titles(Body(lines, "## Outputs"), "### ").Order(StringComparer.Ordinal);

        Assert.Equal(declared.Count == 0 ? ["None"] : declared, described);
    }

    [Fact]
    public void Each_page_belongs_to_a_cmdlet()
    {
        var pages = Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

        Assert.Equal(ModuleAssembly.Cmdlets.Keys.Order(StringComparer.Ordinal), pages);
    }

    private static string[] Read(string cmdlet)
    {
        var file = Path.Combine(Folder, cmdlet + ".md");
        Assert.True(File.Exists(file), $"docs/cmdlets/{cmdlet}.md is missing. Write it with: pwsh eng/Update-HelpPage.ps1 -Name {cmdlet}");
        return File.ReadAllLines(file);
    }

    private static List<string> Titles(IEnumerable<string> lines, string mark) =>
        [.. lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].Trim())];

    // From a heading to the next one of its level or above.
    private static IEnumerable<string> Body(IEnumerable<string> lines, string heading)
    {
        var level = heading.TakeWhile(c => c == '#').Count();
        return lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !IsHeading(line, level));
    }

    private static bool IsHeading(string line, int level)
    {
        var marks = line.TakeWhile(c => c == '#').Count();
        return marks > 0 && marks <= level && line.Length > marks && line[marks] == ' ';
    }
}

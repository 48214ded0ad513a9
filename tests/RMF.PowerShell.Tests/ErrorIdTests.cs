using System.Text.RegularExpressions;
using RMF.Testing;

namespace RMF.PowerShell.Tests;

public sealed partial class ErrorIdTests
{
    [Fact]
    public void Each_error_id_of_a_cmdlet_is_explained()
    {
        var documented = Documented().Matches(File.ReadAllText(Repository.PathOf("docs", "errors.md"))).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        var used = Directory.EnumerateFiles(Repository.PathOf("src", "RMF.PowerShell"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(@"\obj\", StringComparison.Ordinal))
            .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(used.Count > 10, "The search for ids has gone blind.");
        Assert.Equal([], used.Where(id => !documented.Contains(id)).Order(StringComparer.Ordinal));
    }

    // An id is the first argument of an error record, a failure, or the second of Build.
    [GeneratedRegex(@"(RmfErrorRecord\.Create|new RunFailure|Build)\(\s*(exception, )?""(?<id>[A-Za-z0-9]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Used();

    [GeneratedRegex("^\\| `(?<id>[A-Za-z0-9]+)` ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Documented();
}

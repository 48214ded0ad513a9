using System.Text.RegularExpressions;
using RMF.Testing;

namespace RMF.PowerShell.Tests;

public sealed partial class ManifestTests
{
    private static string Manifest => File.ReadAllText(Repository.PathOf("module", "RMF.PowerShell.psd1"));

    [Fact]
    public void The_manifest_lists_exactly_the_cmdlets_of_the_assembly_sorted()
    {
        var list = CmdletList().Match(Manifest).Groups["list"].Value;
        var listed = Quoted().Matches(list).Select(match => match.Groups["name"].Value).ToList();

        Assert.Equal(ModuleAssembly.Cmdlets.Keys.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void The_manifest_carries_the_version_of_the_build()
    {
        var build = Regex.Match(File.ReadAllText(Repository.PathOf("Directory.Build.props")), "<Version>(?<version>.+?)</Version>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Contains($"ModuleVersion        = '{build.Groups["version"].Value}'", Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_cmdlet_has_the_prefix_a_name_by_its_class_and_a_declared_output_or_none()
    {
        foreach (var (name, type) in ModuleAssembly.Cmdlets)
        {
            Assert.Matches("^[A-Z][a-z]+-Rmf[A-Z][A-Za-z]+$", name);
            Assert.Equal(name.Replace("-", "", StringComparison.Ordinal), type.Name.Replace("Command", "", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((?<list>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletList();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

using System.Xml.Linq;
using RMF.Testing;

namespace RMF.Architecture.Tests;

/// <summary>What the project files promise.</summary>
public sealed class ProjectTests
{
    [Theory]
    [InlineData("RMF.Core")]
    [InlineData("RMF.Policy")]
    [InlineData("RMF.Engine")]
    [InlineData("RMF.XProtect")]
    [InlineData("RMF.SmartClient.Model")]
    [InlineData("RMF.Simulator")]
    public void Clocks_and_chance_are_banned_by_the_analyzer(string project)
    {
        Assert.Equal("true", Load(project).Descendants("RmfBanClocks").Single().Value);
        var targets = File.ReadAllText(Repository.PathOf("Directory.Build.targets"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", targets, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", targets, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    [InlineData("P:System.TimeProvider.System;")]
    [InlineData("M:System.Guid.NewGuid;")]
    [InlineData("P:System.Random.Shared;")]
    [InlineData("M:System.Random.#ctor;")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan);")]
    [InlineData("T:System.Diagnostics.Stopwatch;")]
    public void The_ban_names_what_it_must(string symbol)
        => Assert.Contains(File.ReadAllLines(Repository.PathOf("eng", "BannedSymbols.txt")), line => line.StartsWith(symbol, StringComparison.Ordinal));

    [Fact]
    public void Core_has_no_package_where_the_framework_has_all_it_needs()
    {
        var project = Load("RMF.Core");
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.All(project.Descendants("PackageReference"), p => Assert.Equal("'$(TargetFramework)' == 'netstandard2.0'", p.Parent!.Attribute("Condition")?.Value));
    }

    [Theory]
    [InlineData("RMF.Core")]
    [InlineData("RMF.Policy")]
    [InlineData("RMF.Engine")]
    [InlineData("RMF.XProtect")]
    [InlineData("RMF.PowerShell")]
    public void What_Windows_PowerShell_loads_is_built_for_it(string project)
        => Assert.Equal("netstandard2.0;net8.0", Load(project).Descendants("TargetFrameworks").Single().Value);

    [Fact]
    public void The_simulator_and_the_loader_stand_alone()
    {
        Assert.Empty(Load("RMF.Simulator").Descendants("ProjectReference"));
        Assert.Empty(Load("RMF.PowerShell.Loader").Descendants("ProjectReference").Concat(Load("RMF.PowerShell.Loader").Descendants("PackageReference")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("RMF.PowerShell.sln")).Replace('\\', '/');
        Assert.DoesNotContain(Product.Files(".csproj").Select(f => f.Path), p => !solution.Contains(p, StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place()
        => Assert.Empty(Product.Files(".csproj").Where(f => XDocument.Load(f.File).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null || p.Element("Version") is not null)).Select(f => f.Path));

    [Fact]
    public void Every_project_locks_its_packages()
        => Assert.Empty(Product.Files(".csproj").Where(f => !File.Exists(Path.Combine(Path.GetDirectoryName(f.File)!, "packages.lock.json"))).Select(f => f.Path));

    private static XDocument Load(string project) => XDocument.Load(Product.ProjectFile(project));
}

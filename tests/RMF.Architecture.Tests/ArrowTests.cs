namespace RMF.Architecture.Tests;

/// <summary>Who may know whom; docs/architecture.md draws the same arrows.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["RMF.Core"] = [],
        ["RMF.Policy"] = ["RMF.Core"],
        ["RMF.Engine"] = ["RMF.Core", "RMF.Policy"],
        ["RMF.XProtect"] = ["RMF.Core", "RMF.Engine", "RMF.Policy"],
        ["RMF.PowerShell"] = ["RMF.Core", "RMF.Engine", "RMF.Policy", "RMF.Simulator", "RMF.XProtect"],
        ["RMF.PowerShell.Loader"] = [],
        ["RMF.Simulator"] = [],
        ["RMF.Simulator.Host"] = ["RMF.Simulator"],
        ["RMF.SmartClient.Model"] = ["RMF.Core", "RMF.Engine", "RMF.Policy"],
        ["RMF.SmartClient"] = ["RMF.Core", "RMF.Engine", "RMF.Policy", "RMF.SmartClient.Model", "RMF.XProtect"],
        ["RMF.Service"] = ["RMF.Core", "RMF.Engine", "RMF.Policy", "RMF.Simulator", "RMF.XProtect"],
    };

    public static TheoryData<string> Projects => [.. Product.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_whom_it_may_know(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is new: say here whom it may know.");
        Assert.Empty(Product.ReferencesOf(project).Where(r => r.StartsWith("RMF.", StringComparison.Ordinal)).Except(Allowed[project], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_arrow_leads_to_a_project_that_is_there()
        => Assert.Empty(Allowed.Keys.Concat(Allowed.Values.SelectMany(v => v)).Distinct(StringComparer.Ordinal).Except(Product.Projects, StringComparer.Ordinal));

    [Theory]
    [InlineData("System.Management.Automation", "RMF.PowerShell")]
    [InlineData("YamlDotNet", "RMF.Policy", "RMF.Simulator")]
    [InlineData("System.Net.Http", "RMF.XProtect", "RMF.Simulator", "RMF.Simulator.Host", "RMF.Service")]
    [InlineData("System.Net.Sockets", "RMF.XProtect", "RMF.Simulator", "RMF.Simulator.Host", "RMF.Service")]
    [InlineData("System.Runtime.Loader", "RMF.PowerShell.Loader")]
    [InlineData("VideoOS.Platform", "RMF.SmartClient")]
    [InlineData("PresentationFramework", "RMF.SmartClient")]
    public void Only_these_know(string assembly, params string[] projects)
        => Assert.Empty(Product.Projects.Where(p => Product.ReferencesOf(p).Contains(assembly, StringComparer.Ordinal)).Except(projects, StringComparer.Ordinal));

    [Theory]
    [InlineData("RMF.Policy", "YamlDotNet")]
    [InlineData("RMF.PowerShell", "System.Management.Automation")]
    [InlineData("RMF.XProtect", "System.Net.Http")]
    [InlineData("RMF.Engine", "RMF.Core")]
    [InlineData("RMF.SmartClient", "VideoOS.Platform")]
    public void The_test_sees_the_references_that_there_are(string project, string reference)
        => Assert.Contains(reference, Product.ReferencesOf(project));

    [Fact]
    public void Core_knows_no_file_socket_JSON_console_or_process()
        => Assert.DoesNotContain(Product.ReferencesOf("RMF.Core"), r => r.StartsWith("System.Net", StringComparison.Ordinal)
            || r.StartsWith("System.IO", StringComparison.Ordinal)
            || r.StartsWith("System.Diagnostics", StringComparison.Ordinal)
            || r.StartsWith("System.Text.Json", StringComparison.Ordinal)
            || r.StartsWith("System.Threading.", StringComparison.Ordinal)
            || r is "System.Console");

    [Fact]
    public void Core_uses_no_clock_thread_task_file_or_chance()
    {
        string[] banned =
        [
            "System.TimeProvider", "System.Random", "System.Console", "System.IO.File", "System.IO.Directory", "System.IO.Stream",
            "System.Threading.Thread", "System.Threading.Timer", "System.Threading.Tasks.Task", "System.Diagnostics.Stopwatch",
        ];
        var used = Product.TypesUsedBy("RMF.Core");
        Assert.Contains("System.Collections.Generic.Dictionary`2", used);
        Assert.Empty(used.Intersect(banned, StringComparer.Ordinal));
    }

    [Fact]
    public void Core_references_nothing_but_the_framework()
        => Assert.DoesNotContain(Product.ReferencesOf("RMF.Core"), r => !r.StartsWith("System.", StringComparison.Ordinal) && r is not "netstandard");
}

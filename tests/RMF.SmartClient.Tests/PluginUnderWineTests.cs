using System.Text.RegularExpressions;
using RMF.SmartClient.Tests.Wine;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.SmartClient.Tests;

/// <summary>Smart Client is played on two simulated sites, with the plugin in it: the scenarios of the test host, one test for each.</summary>
[Trait("Proof", "plugin-wine")]
public sealed partial class PluginUnderWineTests(HostRun run, ITestOutputHelper output) : IClassFixture<HostRun>
{
    /// <summary>Told of by the host of all scenarios together.</summary>
    private const string Host = "host";

    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "RMF.SmartClient.Host", "Scenarios"), "*Scenario.cs").Select(File.ReadAllText)
            .Select(text => Name().Match(text)).Where(m => m.Success).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal)];

    [WineTheory]
    [MemberData(nameof(Scenarios))]
    public void The_scenario_holds(string scenario)
    {
        var lines = run.Lines.Where(l => l.Scenario == scenario).ToList();
        Assert.True(lines.Count > 0, $"The host told nothing of it; it ended with {run.ExitCode}.\n{run.Output}");

        var failed = lines.Where(l => !l.Passed).Concat(run.Lines.Where(l => l.Scenario == Host && !l.Passed)).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed.Select(l => $"{l.Check}: {l.Detail} ({l.Milliseconds} ms)")));
        output.WriteLine($"{lines.Count(l => l.Value is null)} checks held.");
        foreach (var line in lines.Where(l => l.Value is not null))
        {
            output.WriteLine($"{line.Check}: {line.Value:0.#} {line.Unit}");
        }
    }

    [GeneratedRegex("""override string Name => "(?<name>[a-z0-9-]+)";""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

using RMF.PowerShell.Tests.Bridge;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.PowerShell.Tests;

public sealed class PesterSuiteTests(PesterRun run, ITestOutputHelper output) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Pester"), "*.Tests.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [PwshTheory]
    [MemberData(nameof(Files))]
    [Trait("Proof", "pester")]
    public void Every_Pester_test_passes(string file)
    {
        var tests = run.Tests.Where(test => test.File == file).ToList();
        Assert.True(tests.Count > 0, $"Pester reported no test of {file}. Its output:\n{run.Output}");

        var failed = tests.Where(test => test.Failure is not null).ToList();
        Assert.True(failed.Count == 0, string.Join("\n\n", failed.Select(test => $"{test.Name}: {test.Failure}")));
        output.WriteLine($"{tests.Count} Pester tests passed.");
        foreach (var skipped in tests.Where(test => test.Skipped))
        {
            output.WriteLine($"skipped by Pester: {skipped.Name}");
        }
    }
}

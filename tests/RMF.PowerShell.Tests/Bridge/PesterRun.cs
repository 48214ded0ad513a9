using System.Xml.Linq;
using RMF.Testing;

namespace RMF.PowerShell.Tests.Bridge;

/// <summary>One run of the whole Pester suite in one pwsh, shared by all tests that look at its results.</summary>
public sealed class PesterRun
{
    /// <summary>The suite takes well under a minute; beyond this it hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public PesterRun()
    {
        if (Pwsh.WhyNot is not null)
        {
            return;
        }

        var results = Path.Combine(AppContext.BaseDirectory, "pester-results.xml");
        File.Delete(results);
        var outcome = Pwsh.RunFile(Limit, Repository.PathOf("tests", "Pester", "Invoke-Suite.ps1"), "-ResultFile", results);
        Output = outcome.TimedOut ? $"The Pester suite was ended after {Limit.TotalMinutes:0} min.\n{outcome.Output}" : outcome.Output;
        Tests = File.Exists(results) ? PesterReport.Read(XDocument.Load(results)) : [];
    }

    internal IReadOnlyList<PesterTest> Tests { get; } = [];

    internal string Output { get; } = "";
}

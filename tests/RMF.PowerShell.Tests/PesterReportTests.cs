using System.Xml.Linq;
using RMF.PowerShell.Tests.Bridge;

namespace RMF.PowerShell.Tests;

public sealed class PesterReportTests
{
    private const string Report = """
        <testsuites><testsuite name="/repo/tests/Pester/Import.Tests.ps1" tests="3">
          <testcase name="Import.works" status="Passed" />
          <testcase name="Import.fails" status="Failed"><failure message="Expected 1, but got 2.">at line 3</failure></testcase>
          <testcase name="Import.waits" status="Skipped"><skipped message="no" /></testcase>
        </testsuite></testsuites>
        """;

    [Fact]
    public void A_failed_test_is_told_by_its_name_and_message()
    {
        var tests = PesterReport.Read(XDocument.Parse(Report));

        var failed = Assert.Single(tests, test => test.Failure is not null);
        Assert.Equal("Import.fails", failed.Name);
        Assert.Equal("Import.Tests.ps1", failed.File);
        Assert.Contains("Expected 1, but got 2.", failed.Failure, StringComparison.Ordinal);
        Assert.Contains("at line 3", failed.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_test_is_not_a_failure() =>
        Assert.Equal("Import.waits", Assert.Single(PesterReport.Read(XDocument.Parse(Report)), test => test.Skipped).Name);
}

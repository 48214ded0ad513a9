using System.Xml.Linq;

namespace RMF.PowerShell.Tests.Bridge;

/// <summary>Reads Pester's result file (its JUnit form: one test suite for each file).</summary>
internal static class PesterReport
{
    public static IReadOnlyList<PesterTest> Read(XDocument document) =>
        [.. document.Descendants("testcase").Select(Read)];

    private static PesterTest Read(XElement test)
    {
        var file = Path.GetFileName((string?)test.Parent?.Attribute("name") ?? "");
        var failure = test.Element("failure") ?? test.Element("error");
        return new PesterTest(
            file,
            (string?)test.Attribute("name") ?? "",
            failure is null ? null : ((string?)failure.Attribute("message") ?? "") + "\n" + failure.Value.Trim(),
            test.Element("skipped") is not null);
    }
}

using RMF.Testing;

namespace RMF.Policy.Tests;

/// <summary>Texts that the tests start from.</summary>
internal static class Policies
{
    public const string Minimal =
        """
        apiVersion: rmf/v1
        sites:
          a: { side: primary, uri: https://a.example.net }
          b: { side: secondary, uri: https://b.example.net }
        recorders: { primary: [P1], secondary: [S1] }
        links: [ { primary: P1, secondary: S1 } ]

        """;

    public static IReadOnlyList<string> ExampleFiles { get; } =
        [.. Directory.GetFiles(Repository.PathOf("examples", "policies"), "*.yaml").Order(StringComparer.Ordinal)];

    public static TheoryData<string> ExampleNames => new(ExampleFiles.Select(f => Path.GetFileName(f)));

    public static string Example(string name) => File.ReadAllText(Repository.PathOf("examples", "policies", name));

    public static PolicyResult With(string more) => PolicyReader.Parse(Minimal + more, "p.yaml");

    public static RedundancyPolicy Valid(string text)
    {
        var result = PolicyReader.Parse(text, "p.yaml");
        Assert.True(result.IsValid, string.Join('\n', result.Messages));
        return result.Policy!;
    }

    public static PolicyMessage OnlyError(string text) => OnlyError(PolicyReader.Parse(text, "p.yaml"));

    public static PolicyMessage OnlyError(PolicyResult result)
    {
        Assert.Null(result.Policy);
        Assert.False(result.IsValid);
        return Assert.Single(result.Messages, m => m.Severity == PolicySeverity.Error);
    }
}

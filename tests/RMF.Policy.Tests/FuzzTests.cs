namespace RMF.Policy.Tests;

public sealed class FuzzTests
{
    private const int Seed = 20_260_101;
    private const int Mutations = 4_000;

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "#", "&a ", "*a", "!!str ", "|\n", ">-\n", "? ", "---\n", "...\n", "%", "@", "\\", "\0", "\r", "\uFEFF", "\u2028", "~", "null", "true", "<<", ",", "1", "10s", "é", "\ud83d\ude00", "\ud800"];

    [Fact]
    [Trait("Proof", "bad-input")]
    public void No_mutation_of_an_example_makes_the_reader_or_the_editor_throw()
    {
        var random = new Random(Seed);
        var texts = Policies.ExampleFiles.Select(File.ReadAllText).ToArray();
        for (var i = 0; i < Mutations; i++)
        {
            var text = texts[random.Next(texts.Length)];
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                text = Mutate(text, random);
            }

            try
            {
                var result = PolicyReader.Parse(text, "fuzz.yaml");
                Assert.Equal(result.IsValid, !result.Messages.Any(m => m.Severity == PolicySeverity.Error));
                Assert.All(result.Messages, m => Assert.True(m.Line >= 1 && m.Column >= 1 && m.Text.Length > 0));
                if (result.Policy is { } policy)
                {
                    Assert.Equal(policy.PolicyHash, Policies.Valid(PolicyWriter.ToYaml(policy)).PolicyHash);
                }

                if (i % 4 == 0)
                {
                    Assert.NotNull(PolicyEditor.Set(text, "live.failback.policy", "never"));
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {Seed}, mutation {i}: {e}\n{text}");
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        if (text.Length == 0)
        {
            return Pieces[random.Next(Pieces.Length)];
        }

        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + 1)..],
            3 => text[..at],
            _ => text.Insert(at, text.Substring(random.Next(text.Length), 0) + text[at..Math.Min(text.Length, at + random.Next(1, 40))]),
        };
    }
}

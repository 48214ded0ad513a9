using System.Collections.Concurrent;
using System.Globalization;
using RMF.Testing;
using Xunit.Abstractions;

namespace RMF.Policy.Tests;

/// <summary>
/// A hundred thousand policies with mistakes that no person would think of: characters, words, lines and whole blocks that are lost, doubled or
/// exchanged. RMF_FUZZ asks for more, RMF_SEED for others; a failure names the number of its text, and RMF_FUZZ_AT runs that one alone.
/// RMF_CORPUS=1 keeps a text of each new set of messages.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 100_000;

    /// <summary>Writing and editing cost many times what reading costs.</summary>
    private const int EditEvery = 16;

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "#", "&a ", "*a", "!!str ", "|\n", ">-\n", "? ", "---\n", "...\n", "%", "@", "\\", "\0", "\r", "\uFEFF", "\u2028", "~", "null", "true", "<<", ",", "1", "10s", "é", "\ud83d\ude00", "\ud800", "-1", "99999999999999999999", "1e309", ".nan", "0x10", "1h30m", "{name}", "**", "../", "{ secret: x }", "${x}"];

    private static readonly string[] Examples = [.. Policies.ExampleFiles.Select(File.ReadAllText)];

    [Fact]
    [Trait("Proof", "fuzz")]
    public void Any_text_is_a_policy_or_gets_messages_with_places()
    {
        var count = Number("RMF_FUZZ", Usual);
        var only = Number("RMF_FUZZ_AT", -1);
        var seed = (int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue);
        output.WriteLine(FormattableString.Invariant($"RMF_SEED={PropertySeed.Text} RMF_FUZZ={count}; RMF_FUZZ_AT=n runs one text again"));
        var failures = new ConcurrentBag<string>();
        var kept = new ConcurrentDictionary<string, string>(FuzzCorpus.Load(), StringComparer.Ordinal);
        var keeps = Environment.GetEnvironmentVariable("RMF_CORPUS") == "1";
        var valid = 0;
        Parallel.ForEach(only >= 0 ? [only] : Enumerable.Range(0, count), number =>
        {
            var text = Make(new Random(unchecked(seed + (number * 7919))));
            try
            {
                var result = Check(text, number);
                Interlocked.Add(ref valid, result.IsValid ? 1 : 0);
                if (keeps && FuzzCorpus.SignatureOf(result) is var signature && FuzzCorpus.IsPlain(signature) && !kept.ContainsKey(signature) && FuzzCorpus.CanHold(text))
                {
                    kept.TryAdd(signature, text);
                }
            }
            catch (Exception e)
            {
                failures.Add(FormattableString.Invariant($"text {number}: {e}\n{text}"));
            }
        });
        output.WriteLine(FormattableString.Invariant($"{count} texts, {valid} of them still policies"));
        if (keeps)
        {
            FuzzCorpus.Save(new SortedDictionary<string, string>(kept, StringComparer.Ordinal));
        }

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Take(3)));
        Assert.True(only >= 0 || valid > 0, "no text was a policy: the mutations are too wild to show anything");
    }

    /// <summary>What fuzzing once met: each text still gets the messages that it got.</summary>
    [Fact]
    [Trait("Proof", "fuzz")]
    public void Texts_that_were_kept_get_the_messages_that_they_got()
    {
        var corpus = FuzzCorpus.Load();
        Assert.NotEmpty(corpus);
        Assert.All(corpus, kept => Assert.Equal(kept.Key, FuzzCorpus.SignatureOf(Check(kept.Value, number: 0))));
    }

    private static PolicyResult Check(string text, int number)
    {
        var result = PolicyReader.Parse(text, "fuzz.yaml");
        Assert.Equal(result.IsValid, !result.Messages.Any(m => m.Severity == PolicySeverity.Error));
        Assert.All(result.Messages, m => Assert.True(m.Line >= 1 && m.Column >= 1 && m.Text.Length > 0));
        if (number % EditEvery == 0)
        {
            if (result.Policy is { } policy)
            {
                // What was read can be written, and means the same again.
                Assert.Equal(policy.PolicyHash, Policies.Valid(PolicyWriter.ToYaml(policy)).PolicyHash);
            }

            Assert.NotNull(PolicyEditor.Set(text, "live.failback.policy", "never"));
        }

        return result;
    }

    private static string Make(Random random)
    {
        var text = Examples[random.Next(Examples.Length)];
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            text = random.Next(2) == 0 ? MutateLines(text, random) : MutateCharacters(text, random);
        }

        return text;
    }

    private static string MutateCharacters(string text, Random random)
    {
        if (text.Length == 0)
        {
            return Pieces[random.Next(Pieces.Length)];
        }

        var at = random.Next(text.Length);
        return random.Next(6) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + 1)..],
            3 => text[..at],
            4 => text[..at] + (char)random.Next(char.MaxValue) + text[(at + 1)..],
            _ => text.Insert(at, text[at..Math.Min(text.Length, at + random.Next(1, 40))]),
        };
    }

    /// <summary>What keeps the text YAML most of the time: a line lost, doubled, moved, indented otherwise, or with another line's value.</summary>
    private static string MutateLines(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', random.Next(1, 5)) + lines[at];
                break;
            case 4:
                lines[at] = lines[at].Split(':')[0] + ": " + (lines[other].Split(':', 2) is [_, var value] ? value : Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                lines[at] = lines[at].Split(':')[0] + ": " + Pieces[random.Next(Pieces.Length)];
                break;
        }

        return string.Join('\n', lines);
    }

    private static int Number(string variable, int usual)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}

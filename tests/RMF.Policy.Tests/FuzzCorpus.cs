using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RMF.Policy.Tests;

/// <summary>
/// Texts that are worth trying each time: of each set of messages that fuzzing has ever met, one short text that gets it. Kept in
/// <c>Corpus/policies.json</c>; fuzzing with RMF_CORPUS=1 adds what is new.
/// </summary>
internal static class FuzzCorpus
{
    /// <summary>Longer texts are not kept: the file is for people, too.</summary>
    public const int LongestText = 4_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static SortedDictionary<string, string> Load() => File.Exists(Path())
        ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(Path()))!
        : new SortedDictionary<string, string>(StringComparer.Ordinal);

    public static void Save(SortedDictionary<string, string> corpus)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path())!);
        File.WriteAllText(Path(), JsonSerializer.Serialize(corpus, Indented).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>The codes of a text's messages, each once, in order; "valid" where there is none.</summary>
    public static string SignatureOf(PolicyResult result)
    {
        var codes = string.Join(' ', result.Messages.Select(m => m.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return codes.Length == 0 ? "valid" : codes;
    }

    /// <summary>Sets of three or more are mixtures of others.</summary>
    public static bool IsPlain(string signature) => signature.Count(c => c == ' ') < 2;

    /// <summary>JSON does not hold half a character.</summary>
    public static bool CanHold(string text) => text.Length <= LongestText && JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text)) == text;

    private static string Path([CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "Corpus", "policies.json");
}

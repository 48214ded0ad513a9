using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RMF.Testing;

/// <summary>
/// The seed of every property test. The same one unless asked otherwise, so that a run that was green is green again. RMF_SEED=random takes a
/// new one, which the test prints; RMF_SEED with two numbers, a comma between them, runs a printed one again. RMF_WORLDS runs another number
/// of cases than the test's own.
/// </summary>
public static class PropertySeed
{
    // The generator's two numbers; the second must be odd.
    private const string Usual = "20251101,1";

    /// <summary>For RMF_SEED, to run the same cases again.</summary>
    public static string Text { get; } = Read();

    /// <summary>How a property is checked: it throws when it does not hold, with what is needed to run it again.</summary>
    public static Config Config(int usualCases)
    {
        var numbers = Text.Split(',');
        var rnd = new Rnd(ulong.Parse(numbers[0], CultureInfo.InvariantCulture), ulong.Parse(numbers[1], CultureInfo.InvariantCulture));
        return FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Cases(usualCases)).WithReplay(new Replay(rnd, Microsoft.FSharp.Core.FSharpOption<int>.None));
    }

    private static int Cases(int usual)
        => int.TryParse(Environment.GetEnvironmentVariable("RMF_WORLDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;

    private static string Read() => Environment.GetEnvironmentVariable("RMF_SEED") switch
    {
        null or "" => Usual,
        "random" => Random.Shared.NextInt64().ToString(CultureInfo.InvariantCulture) + ",1",
        var asked when asked.Split(',').Length == 2 => asked,
        var asked => throw new FormatException($"RMF_SEED is '{asked}', not 'random' and not two numbers with a comma between them."),
    };
}

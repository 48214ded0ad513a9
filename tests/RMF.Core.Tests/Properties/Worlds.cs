using FsCheck;
using FsCheck.Fluent;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

/// <summary>
/// Runs a property over random worlds. The seed of the run is printed; RMF_SEED (two numbers, a comma between them) runs it again, and
/// RMF_WORLDS runs another number of worlds than the test's own.
/// </summary>
internal static class Worlds
{
    public static void Hold(int worlds, ITestOutputHelper output, Action<RandomWorld, WorldSeed> property)
        => Check(worlds, output, Prop.ForAll(WorldSeed.Arbitrary, seed => property(seed.NewWorld(), seed)));

    public static void Check(int tests, ITestOutputHelper output, Property property)
    {
        var replay = Environment.GetEnvironmentVariable("RMF_SEED") is { Length: > 0 } given && given.Split(',') is [var first, var second]
            ? Replay(first, second)
            : Replay(((ulong)Random.Shared.NextInt64()).ToString(), "1");
        output.WriteLine($"RMF_SEED={replay.Rnd.Seed},{replay.Rnd.Gamma}");
        tests = int.TryParse(Environment.GetEnvironmentVariable("RMF_WORLDS"), System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : tests;
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(new Microsoft.FSharp.Core.FSharpOption<Replay>(replay)));
    }

    // The generator's second number must be odd.
    private static Replay Replay(string seed, string gamma) => new(new Rnd(ulong.Parse(seed), ulong.Parse(gamma)), Microsoft.FSharp.Core.FSharpOption<int>.None);
}

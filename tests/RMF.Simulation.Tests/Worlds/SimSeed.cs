using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Worlds;

/// <summary>What a random pair of sites is made from. A failing one shrinks to fewer cameras and edits; its text is all that is needed to make it again.</summary>
public sealed record SimSeed(int Seed, int Cameras, int Edits)
{
    private static readonly Arbitrary<SimSeed> Any = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from cameras in Gen.Choose(1, 8)
        from edits in Gen.Choose(0, 10)
        select new SimSeed(seed, cameras, edits),
        Smaller);

    /// <summary>Runs a property over random worlds. The seed of the run is printed; RMF_SEED (two numbers, a comma between them) runs it again.</summary>
    public static void Hold(int worlds, ITestOutputHelper output, Func<SimSeed, Task> property)
    {
        var replay = Environment.GetEnvironmentVariable("RMF_SEED") is { Length: > 0 } given && given.Split(',') is [var first, var second]
            ? Replay(first, second)
            : Replay(((ulong)Random.Shared.NextInt64()).ToString(), "1");
        output.WriteLine($"RMF_SEED={replay.Rnd.Seed},{replay.Rnd.Gamma}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(worlds).WithReplay(new Microsoft.FSharp.Core.FSharpOption<Replay>(replay));
        Prop.ForAll(Any, seed => property(seed).GetAwaiter().GetResult()).Check(config);
    }

    // The generator's second number must be odd.
    private static Replay Replay(string seed, string gamma) => new(new Rnd(ulong.Parse(seed), ulong.Parse(gamma)), Microsoft.FSharp.Core.FSharpOption<int>.None);

    private static IEnumerable<SimSeed> Smaller(SimSeed seed)
    {
        if (seed.Cameras > 1)
        {
            yield return seed with { Cameras = seed.Cameras - 1 };
        }

        if (seed.Edits > 0)
        {
            yield return seed with { Edits = seed.Edits / 2 };
            yield return seed with { Edits = seed.Edits - 1 };
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;
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

    /// <summary>Runs a property over random worlds. The seed of the run is printed; <see cref="PropertySeed"/> says how to run it again.</summary>
    public static void Hold(int worlds, ITestOutputHelper output, Func<SimSeed, Task> property)
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        Prop.ForAll(Any, seed => property(seed).GetAwaiter().GetResult()).Check(PropertySeed.Config(worlds));
    }

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

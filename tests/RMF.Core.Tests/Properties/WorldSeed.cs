using FsCheck;
using FsCheck.Fluent;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Properties;

/// <summary>What a random world is made from. A failing one shrinks to fewer devices and edits; its text is all that is needed to make it again.</summary>
public sealed record WorldSeed(int Seed, int Devices, int Edits)
{
    public static Arbitrary<WorldSeed> Arbitrary { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from devices in Gen.Choose(0, 6)
        from edits in Gen.Choose(0, 12)
        select new WorldSeed(seed, devices, edits),
        w => Smaller(w));

    public RandomWorld NewWorld() => new(Seed, Devices);

    private static IEnumerable<WorldSeed> Smaller(WorldSeed world)
    {
        if (world.Devices > 0)
        {
            yield return world with { Devices = world.Devices - 1 };
        }

        if (world.Edits > 0)
        {
            yield return world with { Edits = world.Edits / 2 };
            yield return world with { Edits = world.Edits - 1 };
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using RMF.Testing;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

/// <summary>Runs a property over random worlds from <see cref="PropertySeed"/>.</summary>
internal static class Worlds
{
    public static void Hold(int worlds, ITestOutputHelper output, Action<RandomWorld, WorldSeed> property)
        => Check(worlds, output, Prop.ForAll(WorldSeed.Arbitrary, seed => property(seed.NewWorld(), seed)));

    public static void Check(int tests, ITestOutputHelper output, Property property)
    {
        output.WriteLine($"RMF_SEED={PropertySeed.Text}");
        property.Check(PropertySeed.Config(tests));
    }
}

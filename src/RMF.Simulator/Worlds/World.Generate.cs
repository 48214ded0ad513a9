using RMF.Simulator.Worlds;

namespace RMF.Simulator;

public sealed partial class World
{
    /// <summary>Makes a world of any size: mixed models, recorders, camera groups, presets, unique names, addresses and MACs.</summary>
    /// <param name="shape">Same shape, same world, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the shape is out of its range.</exception>
    public static World Generate(WorldShape shape) => WorldForge.Make(shape);

    /// <summary>The same for the commonest case.</summary>
    /// <param name="cameras">Cameras of each site, 1 to 100,000.</param>
    /// <param name="sites">Sites, primary and secondary in turn.</param>
    /// <param name="recordersPerSite">0: one for each 120 cameras.</param>
    /// <param name="seed">Same seed, same world.</param>
    public static World Generate(int cameras, int sites = 2, int recordersPerSite = 0, int seed = DefaultSeed) =>
        Generate(new WorldShape { Cameras = cameras, Sites = sites, RecordersPerSite = recordersPerSite, Seed = seed });
}

using RMF.Simulator.Models;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads the top of a world file: its name, its own models, its sites and what else is on the network.</summary>
internal static class WorldReader
{
    public static World Read(string yaml, string fileName)
    {
        var root = YamlFile.Parse(yaml, fileName);
        var models = Models(root);
        var hardware = new HardwareReader(models);
        var name = root.Text("world");
        var seed = (int)root.Whole("seed", World.DefaultSeed, int.MinValue);
        var sites = root.Maps("sites").Select(s => SiteReader.Read(s, hardware)).ToList();
        var network = root.Maps("network").Select(n => hardware.Read(n).Device).ToList();
        root.Close();
        if (sites.Count == 0)
        {
            throw root.Error("A world needs at least one site under 'sites'.");
        }

        try
        {
            return new World(name, sites, seed, network, models);
        }
        catch (ArgumentException refused)
        {
            throw new WorldException(fileName, 1, 1, refused.Message.Split(" (Parameter", 2)[0], refused);
        }
    }

    private static ModelCatalogue Models(YamlMap root)
    {
        if (!root.Has("models"))
        {
            return ModelCatalogue.Default;
        }

        // A world's own models come first, so that its driver numbers win.
        var own = ModelReader.ReadModels(root);
        var known = ModelCatalogue.Default.Models.Where(m => !own.Any(o => string.Equals(o.Name, m.Name, StringComparison.OrdinalIgnoreCase)));
        return new ModelCatalogue([.. own, .. known]);
    }
}

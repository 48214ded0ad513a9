using System.Xml.Linq;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Plugins;

/// <summary>Loads plugins as the client does: folders with a plugin.def that names an assembly and the programs that it is for.</summary>
internal static class PluginFolder
{
    private const string Environment = "SmartClient";

    /// <summary>The definitions of all plugins below a folder that are for Smart Client; empty where the folder is not there.</summary>
    public static IReadOnlyList<PluginDefinition> Load(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "plugin.def", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(LoadOne)] : [];

    private static IEnumerable<PluginDefinition> LoadOne(string definition)
    {
        var root = XDocument.Load(definition).Root!;
        if (!root.Elements("load").Any(l => l.Attribute("env")?.Value.Split(',', StringSplitOptions.TrimEntries).Contains(Environment) == true))
        {
            return [];
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(definition))!;
        return root.Elements("file").Select(f => f.Attribute("name")!.Value).SelectMany(file =>
            new PluginContext(folder).LoadFromAssemblyPath(Path.Combine(folder, file)).GetTypes()
                .Where(t => t is { IsPublic: true, IsAbstract: false } && t.IsSubclassOf(typeof(PluginDefinition)))
                .Select(t => (PluginDefinition)Activator.CreateInstance(t)!));
    }
}

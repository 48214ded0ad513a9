using System.Reflection;
using System.Runtime.Loader;

namespace RMF.SmartClient.Host.Plugins;

/// <summary>
/// A plugin's own assemblies come from its folder, as in the client: the host has other builds of the engine. The platform, WPF and the base library are
/// the host's.
/// </summary>
internal sealed class PluginContext(string folder) : AssemblyLoadContext("plugin")
{
    private const string Own = "RMF.";

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return assemblyName.Name!.StartsWith(Own, StringComparison.Ordinal) && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}

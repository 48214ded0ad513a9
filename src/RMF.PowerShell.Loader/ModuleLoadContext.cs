using System.Reflection;
using System.Runtime.Loader;

namespace RMF.PowerShell.Loader;

/// <summary>
/// Holds the module's own assemblies (RMF.*, YamlDotNet), so that another module may bring other versions of them.
/// What lies in its folder comes from there; all else (System.Management.Automation, .NET itself) is the host's.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private readonly string folder;

    public ModuleLoadContext(string folder)
        : base("RMF.PowerShell") => this.folder = folder;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !IsOurs(name))
        {
            return null;
        }

        var file = Path.Combine(folder, name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }

    // By name and not by what happens to lie in the folder: a stray System.Management.Automation.dll there must never win.
    private static bool IsOurs(string name) =>
        name == "YamlDotNet" || name.StartsWith("RMF.", StringComparison.Ordinal);
}

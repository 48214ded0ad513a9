using System.Reflection;

namespace RMF.PowerShell.Loader;

/// <summary>
/// Gives the cmdlet assembly of a module folder, loaded into a context of its own. Thread-safe.
/// A folder is loaded once per process: contexts of cmdlets cannot be unloaded, and parallel runspaces share one.
/// </summary>
public static class ModuleLoader
{
    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.Ordinal);

    /// <summary>Loads <c>RMF.PowerShell.dll</c> of <paramref name="folder"/>, or gives the one loaded before.</summary>
    /// <param name="folder">The folder with the module's net8.0 assemblies.</param>
    /// <exception cref="FileNotFoundException">The folder holds no <c>RMF.PowerShell.dll</c>.</exception>
    public static Assembly Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.GetFullPath(folder);
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(full, out var assembly))
            {
                assembly = Open(full);
                Loaded.Add(full, assembly);
            }

            return assembly;
        }
    }

    private static Assembly Open(string folder)
    {
        var file = Path.Combine(folder, "RMF.PowerShell.dll");
        return File.Exists(file)
            ? new ModuleLoadContext(folder).LoadFromAssemblyPath(file)
            : throw new FileNotFoundException("The module is incomplete: install it again.", file);
    }
}

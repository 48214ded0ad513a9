#if NETSTANDARD2_0
using System.Reflection;

namespace RMF.PowerShell.Sessions;

/// <summary>
/// Windows PowerShell 5.1 only: powershell.exe has no binding redirects for this module, so an assembly that was built
/// against another version of, say, System.Memory would not find the one that lies beside it. This finds it.
/// </summary>
internal static class DesktopAssemblies
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(DesktopAssemblies).Assembly.Location) ?? "";

    /// <summary>Answers for assemblies of this folder from now on. Calling it again changes nothing.</summary>
    public static void Resolve()
    {
        AppDomain.CurrentDomain.AssemblyResolve -= Find;
        AppDomain.CurrentDomain.AssemblyResolve += Find;
    }

    private static Assembly? Find(object sender, ResolveEventArgs request)
    {
        // Only for callers of this folder: another module's missing file is none of our business.
        if (request.RequestingAssembly is not { IsDynamic: false } caller
            || !string.Equals(Path.GetDirectoryName(caller.Location), Folder, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
#endif

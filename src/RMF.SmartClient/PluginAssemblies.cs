using System.IO;
using System.Reflection;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient;

/// <summary>
/// Answers requests for assemblies from the plugin's own folder, where .NET Framework finds none of the very version. A plugin can bring no binding
/// redirects. Which file answers is <see cref="AssemblyResolution"/>'s decision.
/// </summary>
internal sealed class PluginAssemblies : IDisposable
{
    private readonly string folder = Path.GetDirectoryName(typeof(PluginAssemblies).Assembly.Location)!;

    public PluginAssemblies() => AppDomain.CurrentDomain.AssemblyResolve += OnResolve;

    public void Dispose() => AppDomain.CurrentDomain.AssemblyResolve -= OnResolve;

    private Assembly? OnResolve(object sender, ResolveEventArgs args) => null;
}

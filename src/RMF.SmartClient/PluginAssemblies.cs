using System.IO;
using System.Reflection;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient;

/// <summary>
/// Answers requests for assemblies from the plugin's own folder, where .NET Framework finds none of the very version: a plugin can bring no binding
/// redirects. What answers is <see cref="AssemblyResolution"/>'s decision. It stays for as long as the process runs: the plugin is begun again at the next
/// log-in. Thread-safe.
/// </summary>
internal sealed class PluginAssemblies
{
    private readonly Lazy<AssemblyResolution> resolution = new(() => AssemblyResolution.Of(Path.GetDirectoryName(typeof(PluginAssemblies).Assembly.Location)!));

    public PluginAssemblies() => AppDomain.CurrentDomain.AssemblyResolve += OnResolve;

    private Assembly? OnResolve(object? sender, ResolveEventArgs args)
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies();
        var answer = resolution.Value.Answer(new AssemblyName(args.Name), args.RequestingAssembly is { IsDynamic: false } asking ? asking.Location : null, [.. loaded.Select(a => a.GetName())]);
        return answer.Loaded is { } place ? loaded[place]
            : answer.File is { } file ? Assembly.LoadFrom(file)
            : answer.Framework is { } name ? Assembly.Load(name)
            : null;
    }
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RMF.SmartClient.Tests.Package;

/// <summary>What an assembly file says of itself. It is read as data and not loaded.</summary>
internal sealed record AssemblyFile(string Path, AssemblyName Name, IReadOnlyList<AssemblyName> References)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    public static AssemblyFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        return new AssemblyFile(path, reader.GetAssemblyDefinition().GetAssemblyName(), [.. reader.AssemblyReferences.Select(h => reader.GetAssemblyReference(h).GetAssemblyName())]);
    }

    /// <summary>All assemblies of a folder. A library without metadata is none; the framework has such.</summary>
    public static IReadOnlyList<AssemblyFile> Of(string folder) => [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal).Select(Read)];

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        return file.HasMetadata && file.GetMetadataReader().IsAssembly;
    }
}

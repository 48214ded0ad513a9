using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RMF.Testing;

namespace RMF.Architecture.Tests;

/// <summary>The product as it was built and as it stands in the repository. Assemblies are read as data, none is loaded.</summary>
internal static class Product
{
    private static readonly string[] NotSource = ["bin", "obj", "out", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    public static IReadOnlyList<string> Projects { get; } = [.. Directory.GetDirectories(Repository.PathOf("src")).Select(d => Path.GetFileName(d)).Where(HasProject).Order(StringComparer.Ordinal)];

    public static string ProjectFile(string project) => Repository.PathOf("src", project, project + ".csproj");

    /// <summary>The names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) => Read(project, static reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal).ToList());

    /// <summary>The full names of the types of other assemblies that an assembly uses.</summary>
    public static IReadOnlyList<string> TypesUsedBy(string project) => Read(project, static reader =>
        reader.TypeReferences.Select(reader.GetTypeReference).Select(type => reader.GetString(type.Namespace) + "." + reader.GetString(type.Name)).Distinct(StringComparer.Ordinal).ToList());

    /// <summary>Every file that people write, with its path from the root in forward slashes.</summary>
    public static IEnumerable<(string Path, string File)> Files(params string[] extensions)
        => Walk(Repository.Root)
            .Where(f => extensions.Length == 0 || extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Select(f => (Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), f));

    private static bool HasProject(string project) => File.Exists(ProjectFile(project));

    private static List<string> Read(string project, Func<MetadataReader, List<string>> read)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
        using var file = new PEReader(stream);
        return read(file.GetMetadataReader());
    }

    private static IEnumerable<string> Walk(string folder)
        => Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(d => !NotSource.Contains(Path.GetFileName(d), StringComparer.OrdinalIgnoreCase))
            .SelectMany(Walk));
}

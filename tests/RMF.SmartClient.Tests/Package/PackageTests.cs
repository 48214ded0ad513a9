using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Package;

[Trait("Proof", "plugin-model")]
public sealed class PackageTests
{
    private const string Platform = "VideoOS.Platform";

    private static readonly IReadOnlyList<AssemblyFile> Shipped = AssemblyFile.Of(Built.Package);

    private static readonly IReadOnlyDictionary<string, AssemblyName> Framework = AssemblyFile.Of(Built.Framework).Concat(AssemblyFile.Of(Path.Combine(Built.Framework, "Facades")))
        .ToDictionary(f => f.Name.Name!, f => f.Name, StringComparer.Ordinal);

    private static readonly AssemblyResolution Resolution = AssemblyResolution.Of(Built.Package);

    [Fact]
    public void Every_reference_leads_to_the_package_the_framework_or_the_client()
    {
        var lost = from file in Shipped
                   from reference in file.References
                   where reference.Name != Platform && !Shipped.Any(s => s.Name.Name == reference.Name) && !Framework.ContainsKey(reference.Name!)
                   select $"{file.FileName} needs {reference.FullName}";

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_reference_to_a_version_that_is_not_there_is_answered()
    {
        // What binds as it stands needs no answer: the very version in the folder, or one that the framework has.
        var open = (from file in Shipped
                    from reference in file.References
                    let beside = Shipped.FirstOrDefault(s => s.Name.Name == reference.Name)
                    where beside is not null ? beside.Name.Version != reference.Version : Framework.TryGetValue(reference.Name!, out var known) && known.Version < reference.Version
                    select (file, reference)).ToList();

        Assert.NotEmpty(open);
        Assert.Empty(open.Where(o => !Answers(Resolution.Answer(o.reference, o.file.Path, []))).Select(o => $"{o.file.FileName} needs {o.reference.FullName}"));
    }

    [Fact]
    public void Only_what_the_plugin_needs_is_shipped()
    {
        var shipped = Shipped.Select(s => s.Name.Name!).ToList();

        Assert.Equal(Own.Order(StringComparer.Ordinal), shipped.Where(n => n.StartsWith("RMF.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(shipped.Except(NeededBy(Own), StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_of_Milestones_and_no_stand_in_for_it_is_shipped()
    {
        Assert.DoesNotContain(Shipped, s => s.Name.Name!.StartsWith("VideoOS", StringComparison.OrdinalIgnoreCase) || s.FileName.StartsWith("VideoOS", StringComparison.OrdinalIgnoreCase));

        // Nor under another name.
        Assert.True(File.Exists(Built.StandIn), $"There is no stand-in at {Built.StandIn} to compare with.");
        var standIn = HashOf(Built.StandIn);
        Assert.DoesNotContain(Directory.EnumerateFiles(Built.Package), f => HashOf(f) == standIn);
    }

    [Fact]
    public void Files_beside_the_libraries_are_those_that_the_installer_and_the_client_need()
        => Assert.Equal(
            ["LICENSE", "README.txt", "RMF.SmartClient.json", "install.ps1", "plugin.def"],
            Directory.EnumerateFileSystemEntries(Built.Package).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_list_names_each_file_with_its_hash_and_the_version_is_that_of_the_build_and_the_plugin()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(Built.Package, "RMF.SmartClient.json")));
        var listed = list.RootElement.GetProperty("files").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal);
        var there = Directory.EnumerateFiles(Built.Package).Where(f => Path.GetFileName(f) != "RMF.SmartClient.json").ToDictionary(f => Path.GetFileName(f), HashOf, StringComparer.Ordinal);

        Assert.Equal(there.OrderBy(f => f.Key, StringComparer.Ordinal), listed.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal(Built.Version, list.RootElement.GetProperty("version").GetString());
        Assert.All(Shipped.Where(s => Own.Contains(s.Name.Name, StringComparer.Ordinal)), s => Assert.Equal(Built.Version, s.Name.Version!.ToString(3)));
    }

    [Fact]
    public void The_definition_has_Smart_Client_and_nobody_else_load_the_plugin()
    {
        var plugin = XDocument.Load(Path.Combine(Built.Package, "plugin.def")).Root!;

        Assert.Equal("plugin", plugin.Name.LocalName);
        Assert.Equal(["RMF.SmartClient.dll"], plugin.Elements("file").Select(f => f.Attribute("name")!.Value));
        Assert.Equal(["SmartClient"], plugin.Elements("load").Select(f => f.Attribute("env")!.Value));
    }

    [Fact]
    public void Every_library_is_an_assembly_for_the_framework()
    {
        Assert.Equal(Directory.EnumerateFiles(Built.Package, "*.dll").Count(), Shipped.Count);
        Assert.DoesNotContain(Shipped.SelectMany(s => s.References), r => r.Name is "System.Runtime" && r.Version!.Major > 4);
    }

    private static IEnumerable<string> Own => ["RMF.Core", "RMF.Engine", "RMF.Policy", "RMF.SmartClient", "RMF.SmartClient.Model", "RMF.XProtect"];

    private static bool Answers(AssemblyAnswer answer)
        => (answer.File is { } file && File.Exists(file)) || (answer.Framework is { } name && new AssemblyName(name) is var known && Framework[known.Name!].Version == known.Version);

    private static HashSet<string> NeededBy(IEnumerable<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name) && Shipped.FirstOrDefault(s => s.Name.Name == name) is { } file)
            {
                file.References.ToList().ForEach(r => open.Enqueue(r.Name!));
            }
        }

        return found;
    }

    private static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using RMF.PowerShell.Cmdlets.SmartClient;

namespace RMF.PowerShell.Tests.SmartClient;

public sealed class PluginFolderTests : IDisposable
{
    private static readonly Version Module = new(0, 4, 1, 0);
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-plugin-").FullName;

    public PluginFolderTests()
    {
        Write("RMF.SmartClient.dll", "library");
        Write("RMF.Core.dll", "core");
        Write("plugin.def", "<plugin><file name=\"RMF.SmartClient.dll\"/><load env=\"Administration, SmartClient\"/></plugin>");
        List("0.4.1");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_whole_installation_passes_each_check()
    {
        var checks = PluginFolder.Check(folder, Module);

        Assert.Equal(["Files", "Definition", "Version"], checks.Select(c => c.Check));
        Assert.All(checks, c => Assert.Equal("Passed", c.Status));
        Assert.All(checks, c => Assert.Empty(c.Recommendation));
        Assert.Contains("all 3 files", checks[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_a_missing_and_a_strange_file_are_named()
    {
        Write("RMF.Core.dll", "another core");
        File.Delete(Path.Combine(folder, "RMF.SmartClient.dll"));
        Write("VideoOS.Platform.dll", "must not be here");

        var files = Check("Files");

        Assert.Equal("Failed", files.Status);
        Assert.Contains("missing: RMF.SmartClient.dll; changed: RMF.Core.dll; not of the package: VideoOS.Platform.dll", files.Detail, StringComparison.Ordinal);
        Assert.Contains("install.ps1", files.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_below_the_folder_is_strange_too_and_of_many_only_some_are_named()
    {
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        for (var i = 0; i < 9; i++)
        {
            Write($"inner/{i}.dll", "x");
        }

        Assert.EndsWith($"not of the package: {string.Join(", ", Enumerable.Range(0, 5).Select(i => Path.Combine("inner", $"{i}.dll")))} and 4 more", Check("Files").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Hashes_may_be_written_in_either_case()
    {
        var list = Path.Combine(folder, PluginList.FileName);
        File.WriteAllText(list, File.ReadAllText(list).ToUpperInvariant().Replace("\"FILES\"", "\"files\"", StringComparison.Ordinal).Replace("\"VERSION\"", "\"version\"", StringComparison.Ordinal));

        Assert.Equal("Passed", Check("Files").Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"files\":{}}")]
    [InlineData("{\"version\":\"0.4.1\"}")]
    [InlineData("{\"version\":\"0.4.1\",\"files\":{\"../plugin.def\":\"00\"}}")]
    [InlineData("{\"version\":1,\"files\":{\"plugin.def\":2}}")]
    public void A_list_that_cannot_be_used_fails_and_the_version_is_not_known(string text)
    {
        Write(PluginList.FileName, text);

        Assert.Equal("Failed", Check("Files").Status);
        Assert.Equal("Skipped", Check("Version").Status);
    }

    [Theory]
    [InlineData("<plugin><file name=\"RMF.SmartClient.dll\"/><load env=\"Administration\"/></plugin>", "does not name SmartClient")]
    [InlineData("<plugin><file name=\"Other.dll\"/><load env=\"SmartClient\"/></plugin>", "does not name RMF.SmartClient.dll")]
    [InlineData("<plugin><file", "cannot be read")]
    [InlineData("<!DOCTYPE plugin [<!ENTITY x \"y\">]><plugin/>", "cannot be read")]
    public void A_definition_that_loads_nothing_fails(string text, string said)
    {
        Write("plugin.def", text);

        var definition = Check("Definition");

        Assert.Equal("Failed", definition.Status);
        Assert.Contains(said, definition.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_is_missing_or_switched_off_fails()
    {
        File.Move(Path.Combine(folder, "plugin.def"), Path.Combine(folder, "plugin.def.off"));
        Assert.Contains("cut off", Check("Definition").Detail, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder, "plugin.def.off"));
        Assert.Contains("There is no plugin.def", Check("Definition").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_than_the_modules_fails_and_names_both()
    {
        List("0.4.0");

        var version = Check("Version");

        Assert.Equal("Failed", version.Status);
        Assert.Equal("The plugin is 0.4.0, and this module is 0.4.1.", version.Detail);
    }

    [Fact]
    public void Without_a_folder_the_files_fail_and_the_rest_is_skipped()
    {
        foreach (var missing in new[] { null, Path.Combine(folder, "none") })
        {
            Assert.Equal(["Failed", "Skipped", "Skipped"], PluginFolder.Check(missing, Module).Select(c => c.Status));
        }
    }

    [Fact]
    public void The_standard_folder_is_below_the_64_bit_programs()
    {
        Assert.Equal(Path.Combine("P64", "Milestone", "MIPPlugins", "Rmf"), PluginFolder.Standard(name => name == "ProgramW6432" ? "P64" : "P32"));
        Assert.Equal(Path.Combine("P32", "Milestone", "MIPPlugins", "Rmf"), PluginFolder.Standard(name => name == "ProgramFiles" ? "P32" : null));
        Assert.Null(PluginFolder.Standard(_ => null));
    }

    private RmfPluginCheck Check(string name) => PluginFolder.Check(folder, Module).Single(c => c.Check == name);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private void List(string version)
    {
        var files = Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) != PluginList.FileName)
            .ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))).ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Write(PluginList.FileName, JsonSerializer.Serialize(new { package = "RMF.SmartClient", version, files }));
    }
}

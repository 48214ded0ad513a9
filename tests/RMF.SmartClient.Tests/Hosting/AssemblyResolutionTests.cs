using System.Reflection;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Hosting;

[Trait("Proof", "plugin-model")]
public sealed class AssemblyResolutionTests
{
    private const string Token = "cc7b13ffcd2ddd51";
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "MIPPlugins", "Rmf");
    private static readonly string Engine = Path.Combine(Folder, "RMF.Engine.dll");
    private static readonly AssemblyResolution Resolution = new(Folder, [Strong("System.Memory", "4.0.5.0"), Weak("RMF.Core", "0.1.0.0"), Strong("YamlDotNet", "16.0.0.0")]);

    [Theory]
    [InlineData("4.0.1.0")]
    [InlineData("4.0.5.0")]
    public void An_older_or_equal_version_is_answered_with_the_file_of_the_folder(string version)
        => Assert.Equal(Path.Combine(Folder, "System.Memory.dll"), Resolution.Answer(Strong("System.Memory", version), Engine, []).File);

    [Fact]
    public void A_request_without_a_version_or_in_other_letters_is_answered_too()
    {
        var wanted = new AssemblyName($"system.memory, PublicKeyToken={Token}");

        Assert.Equal(Path.Combine(Folder, "System.Memory.dll"), Resolution.Answer(wanted, Engine, []).File);
    }

    [Fact]
    public void A_newer_version_than_the_file_has_is_not_answered()
        => Assert.True(Resolution.Answer(Strong("System.Memory", "4.0.6.0"), Engine, []).IsNone);

    [Fact]
    public void Another_publishers_assembly_of_that_name_is_not_answered()
    {
        Assert.True(Resolution.Answer(new AssemblyName("System.Memory, Version=4.0.1.0, PublicKeyToken=b03f5f7f11d50a3a"), Engine, []).IsNone);
        Assert.True(Resolution.Answer(Weak("System.Memory", "4.0.1.0"), Engine, []).IsNone);
    }

    [Fact]
    public void What_the_client_has_loaded_is_taken_when_it_is_as_new_as_the_file()
    {
        AssemblyName[] loaded = [Strong("System.Memory", "4.0.1.0"), Strong("System.Text.Json", "9.0.0.0"), Strong("System.Memory", "4.0.7.0")];

        Assert.Equal(2, Resolution.Answer(Strong("System.Memory", "4.0.1.0"), Engine, loaded).Loaded);
    }

    [Fact]
    public void What_the_client_has_loaded_is_not_taken_when_it_is_older_than_the_file_or_somebody_elses()
    {
        // 4.0.2.0 would do for this request, and not for the next one.
        AssemblyName[] loaded = [Strong("System.Memory", "4.0.2.0"), Weak("System.Memory", "4.0.7.0"), new AssemblyName($"System.Memory, Version=4.0.7.0, Culture=de, PublicKeyToken={Token}")];

        Assert.Equal(Path.Combine(Folder, "System.Memory.dll"), Resolution.Answer(Strong("System.Memory", "4.0.1.0"), Engine, loaded).File);
    }

    [Fact]
    public void The_same_one_is_taken_each_time_once_one_of_them_is_loaded()
    {
        AssemblyName[] loaded = [Strong("System.Memory", "4.0.5.0"), Strong("System.Memory", "4.0.9.0")];

        Assert.Equal(0, Resolution.Answer(Strong("System.Memory", "4.0.1.0"), Engine, loaded).Loaded);
        Assert.Equal(0, Resolution.Answer(Strong("System.Memory", "4.0.5.0"), Engine, loaded).Loaded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("elsewhere")]
    [InlineData("below")]
    [InlineData("beside")]
    public void Others_get_no_library_of_the_folder(string? requester)
    {
        var file = requester switch
        {
            "elsewhere" => Path.Combine(Path.GetTempPath(), "MIPPlugins", "Other", "Other.dll"),
            "below" => Path.Combine(Folder, "inner", "Other.dll"),
            "beside" => Folder + "2" + Path.DirectorySeparatorChar + "Other.dll",
            _ => requester,
        };

        Assert.True(Resolution.Answer(Strong("System.Memory", "4.0.1.0"), file, []).IsNone);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/framework/PresentationFramework.dll")]
    public void The_plugins_own_assemblies_are_given_to_anybody(string? requester)
        => Assert.Equal(Path.Combine(Folder, "RMF.Core.dll"), Resolution.Answer(Weak("RMF.Core", "0.1.0.0"), requester, []).File);

    [Theory]
    [InlineData("../evil")]
    [InlineData("..\\evil")]
    [InlineData("/tmp/evil")]
    [InlineData("RMF.../../evil")]
    [InlineData("RMF.Other")]
    public void Nothing_outside_the_folder_and_nothing_that_is_not_shipped_is_ever_answered(string name)
        => Assert.True(Resolution.Answer(new AssemblyName { Name = name }, Engine, []).IsNone);

    [Fact]
    public void Resources_of_a_culture_are_not_answered()
        => Assert.True(Resolution.Answer(new AssemblyName($"System.Memory, Version=4.0.1.0, Culture=de, PublicKeyToken={Token}"), Engine, []).IsNone);

    [Fact]
    public void The_frameworks_own_tuples_answer_for_the_newer_ones_of_the_package()
    {
        var answer = Resolution.Answer(Strong("System.ValueTuple", "4.0.5.0"), Path.Combine(Folder, "System.Text.Json.dll"), []);

        Assert.Equal($"System.ValueTuple, Version=4.0.2.0, Culture=neutral, PublicKeyToken={Token}", answer.Framework);
        Assert.True(Resolution.Answer(Strong("System.ValueTuple", "4.0.5.0"), "/elsewhere/Other.dll", []).IsNone);
    }

    [Fact]
    public void A_folder_with_a_separator_at_its_end_is_the_same_folder()
        => Assert.NotNull(new AssemblyResolution(Folder + Path.DirectorySeparatorChar, [Strong("System.Memory", "4.0.5.0")]).Answer(Strong("System.Memory", "4.0.1.0"), Engine, []).File);

    [Fact]
    public void A_folder_is_read_and_files_that_are_no_assemblies_or_are_called_otherwise_are_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("rmf-resolution-").FullName;
        try
        {
            var real = typeof(AssemblyResolution).Assembly;
            File.Copy(real.Location, Path.Combine(folder, "RMF.SmartClient.Model.dll"));
            File.Copy(real.Location, Path.Combine(folder, "RMF.Renamed.dll"));
            File.WriteAllText(Path.Combine(folder, "RMF.Broken.dll"), "no assembly");
            var read = AssemblyResolution.Of(folder);

            Assert.Equal(Path.Combine(folder, "RMF.SmartClient.Model.dll"), read.Answer(real.GetName(), null, []).File);
            Assert.True(read.Answer(new AssemblyName("RMF.Renamed"), null, []).IsNone);
            Assert.True(read.Answer(new AssemblyName("RMF.Broken"), null, []).IsNone);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static AssemblyName Strong(string name, string version) => new($"{name}, Version={version}, Culture=neutral, PublicKeyToken={Token}");

    private static AssemblyName Weak(string name, string version) => new($"{name}, Version={version}, Culture=neutral, PublicKeyToken=null");
}

using System.Text.RegularExpressions;
using RMF.SmartClient.Tests.Package;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Members;

/// <summary>Holds the plugin, the stand-in that it is compiled against, the public samples and docs/mip-members.md together.</summary>
[Trait("Proof", "plugin-model")]
public sealed class MipMemberTests
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);
    private static readonly MipSurface StandIn = MipSurface.Read(Built.StandIn);
    private static readonly MipContract Contract = MipContract.Read();
    private static readonly MipUse Use = MipUse.Read(Built.Plugin, StandIn, SourceOf("src", "RMF.SmartClient"));

    [Fact]
    public void The_page_lists_what_the_plugin_uses_and_what_no_public_sample_shows()
    {
        var file = Repository.PathOf("docs", "mip-members.md");
        var wanted = MipPage.Write(Use, StandIn, Contract);
        if (Environment.GetEnvironmentVariable("RMF_APPROVE") == "1")
        {
            File.WriteAllText(file, wanted);
            return;
        }

        var there = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var rows = MipPage.RowsOf(there);
        var added = MipPage.RowsOf(wanted).Where(r => !rows.Contains(r)).Select(r => "+ " + r);
        var gone = rows.Where(r => !MipPage.RowsOf(wanted).Contains(r)).Select(r => "- " + r);
        Assert.True(wanted == there, $"docs/mip-members.md is not up to date. Run this test once with RMF_APPROVE=1, read the difference, and commit it.\n{string.Join('\n', gone.Concat(added))}");
    }

    [Fact]
    public void Whatever_the_plugin_uses_is_in_the_stand_in()
        => Assert.Empty(Use.Members.Where(m => !StandIn.Has(m)).Select(m => $"{m} is used and not in {Built.StandIn}: was one of the two not built?"));

    [Fact]
    public void The_stand_in_shows_nothing_that_neither_the_plugin_nor_its_host_nor_a_public_sample_uses()
    {
        var host = SourceOf("tests", "RMF.SmartClient.Host");
        var made = StandIn.Members.Except(Use.Members).Where(m => !Contract.Knows(m) && !IsUsedBy(host, m));

        Assert.Empty(made.Select(m => $"{m} is public in the stand-in, and nobody is known to have it: remove it or make it internal, or say in MipContract.txt that a public sample uses it"));
    }

    [Fact]
    public void The_plugin_is_seen_to_use_refer_override_and_name()
    {
        // Each of the three ways of finding has found something, so that none has gone blind.
        Assert.Contains(Use.Members, m => m is { Type: "VideoOS.Platform.EnvironmentManager", Name: "Instance" });
        Assert.Contains(Use.Members, m => m is { Type: "VideoOS.Platform.PluginDefinition", Name: "VersionString" });
        Assert.Contains(Use.Members, m => m is { Type: "VideoOS.Platform.Client.ViewItemWpfUserControl", Name: "Init" });
        Assert.Contains(Use.Members, m => m is { Type: "VideoOS.Platform.Mode", Name: "ClientLive" });
        Assert.Contains(Use.Members, m => m is { Type: "VideoOS.Platform.Mode", Name: "" });
        Assert.Contains(Use.Literals, m => m.Name == "ClientLive");
        Assert.DoesNotContain(Use.Members, m => !m.Type.StartsWith("VideoOS.Platform.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_contract_is_sorted_and_says_nothing_twice()
    {
        Assert.True(Contract.Types.Count > 40, "The contract was not read.");
        Assert.Equal(Contract.Types.Keys.Order(StringComparer.Ordinal), Contract.Types.Keys);
        Assert.All(Contract.Types, t => Assert.Equal(t.Value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), t.Value));
    }

    [Theory]
    [InlineData("VideoOS.Platform.Client.PlaybackController.PlaybackModeType", "PlaybackController.PlaybackModeType")]
    [InlineData("VideoOS.Platform.FQID", "FQID")]
    [InlineData("VideoOS.Platform.Messaging.MessageId.System", "MessageId.System")]
    [InlineData("VideoOS.Platform.UI.Controls.VideoOSIconUriSource", "VideoOSIconUriSource")]
    public void A_type_is_told_without_its_namespace(string type, string shortType) => Assert.Equal(shortType, new MipMember(type, "").ShortType);

    [Theory]
    [InlineData("if (mode == Mode.ClientLive)", true)]
    [InlineData("if (mode == VideoOS.Platform.Mode.ClientLive)", true)]
    [InlineData("if (mode == Mode.ClientLiveOther)", false)]
    [InlineData("if (mode == ClientMode.ClientLive)", false)]
    [InlineData("ClientLive", false)]
    public void A_constant_is_found_after_its_types_name(string source, bool found)
        => Assert.Equal(found, MipUse.IsNamed(new MipMember("VideoOS.Platform.Mode", "ClientLive"), source));

    private static bool IsUsedBy(string source, MipMember member)
        => Regex.IsMatch(source, $@"\b{Regex.Escape(member.Name.Length > 0 ? member.Name : member.Type.Split('.')[^1])}\b", RegexOptions.CultureInvariant, LongestMatch);

    private static string SourceOf(params string[] folder)
    {
        var root = Repository.PathOf(folder);
        return string.Join('\n', Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(root, f).Split('/', '\\').Any(p => p is "bin" or "obj")).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }
}

using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class WriterTests
{
    public static TheoryData<string> Names => Policies.ExampleNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_reads_as_the_same_policy(string name)
    {
        var policy = Policies.Valid(Policies.Example(name)) with { Name = "written" };
        var text = PolicyWriter.ToYaml(policy);
        Assert.Equal(policy.PolicyHash, Policies.Valid(text).PolicyHash);
        Assert.Equal(text, PolicyWriter.ToYaml(Policies.Valid(text)));
        Approved.Matches(text, $"written-{name}");
    }

    [Fact]
    public void Awkward_names_survive()
    {
        string[] names = ["a: b", "#1", "- x", "true", "null", "007", "1e3", "0x1F", "it's", "say \"hi\"", "tab\there", "back\\slash", "*", "&a", "{x}", "[y]", "%", "@home", " padded ", "Größe", "日本", "\ud83d\ude00", "a\u2028b", "yes", "~", "line\nbreak", "!tag", "|", ">", "?", "a #b", "-", "1.5", "2026-01-01", "\u00a0"];
        var policy = Policies.Valid(Policies.Minimal);
        policy = policy with
        {
            Links = [policy.Links[0] with { Storage = names.ToDictionary(n => n, n => n + "2", StringComparer.Ordinal) }],
            Manage = new() { Include = [.. names.Select(n => new Selector { Name = n, Model = n })] },
            Synchronize = new() { Roles = new() { Include = names } },
        };
        var read = Policies.Valid(PolicyWriter.ToYaml(policy));
        Assert.Equal(policy.PolicyHash, read.PolicyHash);
        Assert.Equal(names, read.Links[0].Storage.Keys);
        Assert.Equal(names, read.Synchronize.Roles.Include);
    }
}

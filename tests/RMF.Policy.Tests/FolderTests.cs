using System.Text;

namespace RMF.Policy.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-policy-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_files_of_a_folder_are_one_policy()
    {
        Write("10-sites.yaml", "apiVersion: rmf/v1\nsites:\n  a: { side: primary, uri: https://a.example.net }\n");
        Write("20-more.yml", "apiVersion: rmf/v1\nsites:\n  b: { side: secondary, uri: https://b.example.net }\nrecorders: { primary: [P1], secondary: [S1] }\n");
        Write("30-links.YAML", "links: [ { primary: P1, secondary: S1 } ]\nlive: { dwell: 4s }\n");
        Write("notes.txt", "not: [yaml");
        Write(".hidden.yaml", "not: [yaml");
        var result = PolicyReader.Load(folder);
        Assert.True(result.IsValid, string.Join('\n', result.Messages));
        Assert.Equal(["a", "b"], result.Policy!.Sites.Keys);
        Assert.Equal(Path.GetFileName(folder), result.Policy.Name);
        Assert.Equal(new PolicyPlace(Path.Combine(folder, "30-links.YAML"), 2, 16), result.PlaceOf("live.dwell"));
        Assert.Null(result.PlaceOf("live.reactionTime"));
        Assert.Equal(Policies.Valid(Policies.Minimal + $"name: {Path.GetFileName(folder)}\nlive: {{ dwell: 4s }}\n").PolicyHash, result.Policy.PolicyHash);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public void Two_files_that_disagree_are_both_named()
    {
        Write("a.yaml", Policies.Minimal + "direction: backup\nlive:\n  dwell: 4s\n");
        Write("b.yaml", "live:\n  dwell: 3s\ndirection: backup\n");
        var error = Policies.OnlyError(PolicyReader.Load(folder));
        Assert.Equal("RMF1011", error.Code);
        Assert.Equal("live.dwell", error.Path);
        Assert.StartsWith(Path.Combine(folder, "b.yaml") + ":2:3: error RMF1011: live.dwell stands here and at " + Path.Combine(folder, "a.yaml") + ":9:3", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public void Mistakes_of_all_files_are_reported_in_one_pass()
    {
        Write("a.yaml", Policies.Minimal + "directon: backup\n");
        Write("b.yaml", "live: { dwel: 3s }\n");
        Write("c.yaml", "manage: [\n");
        var codes = PolicyReader.Load(folder).Messages.Where(m => m.Severity == PolicySeverity.Error).Select(m => $"{Path.GetFileName(m.File)} {m.Code}");
        Assert.Equal(["a.yaml RMF1101", "b.yaml RMF1101", "c.yaml RMF1003"], codes);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public void What_cannot_be_read_is_a_message()
    {
        Assert.Equal("RMF1001", Policies.OnlyError(PolicyReader.Load(folder)).Code);
        Assert.Equal("RMF1001", Policies.OnlyError(PolicyReader.Load(Path.Combine(folder, "none.yaml"))).Code);
        Assert.Equal("RMF1001", Policies.OnlyError(PolicyReader.Load("")).Code);
        Assert.Equal("RMF1001", Policies.OnlyError(PolicyReader.Load("a\0b")).Code);
        File.WriteAllBytes(Path.Combine(folder, "latin.yaml"), Encoding.Latin1.GetBytes("a: 1\nb: é\n"));
        var error = Policies.OnlyError(PolicyReader.Load(Path.Combine(folder, "latin.yaml")));
        Assert.Equal(("RMF1013", 2, 4), (error.Code, error.Line, error.Column));
        File.WriteAllBytes(Path.Combine(folder, "large.yaml"), new byte[5 * 1024 * 1024]);
        Assert.Equal("RMF1002", Policies.OnlyError(PolicyReader.Load(Path.Combine(folder, "large.yaml"))).Code);
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        for (var i = 0; i < 65; i++)
        {
            Write($"{i:00}.yaml", "live: {}\n");
        }

        Assert.Equal("RMF1002", Policies.OnlyError(PolicyReader.Load(folder)).Code);
    }

    [Fact]
    public void A_file_is_edited_in_place_and_left_alone_when_nothing_changes()
    {
        var file = Path.Combine(folder, "p.yaml");
        File.WriteAllBytes(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Policies.Minimal.ReplaceLineEndings("\r\n") + "direction: backup # éø\r\n")]);
        Assert.True(PolicyEditor.SetInFile(file, "direction", "restore").Changed);
        var written = File.ReadAllBytes(file);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Policies.Minimal.ReplaceLineEndings("\r\n") + "direction: restore # éø\r\n")], written);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Assert.False(PolicyEditor.SetInFile(file, "direction", "restore").Changed);
        File.SetAttributes(file, FileAttributes.Normal);
        Assert.Equal(["p.yaml"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}

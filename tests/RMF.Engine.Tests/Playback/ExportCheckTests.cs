using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;

namespace RMF.Engine.Tests.Playback;

[Trait("Proof", "export")]
public sealed class ExportCheckTests : IDisposable
{
    private readonly ExportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_untouched_export_has_no_fault_and_its_manifest_reads_as_it_was_written()
    {
        var result = await ExportAsync();
        var (manifest, findings) = ExportCheck.Run(result.ManifestPath, default);

        Assert.Empty(findings);
        Assert.Equal(ManifestJson.Write(result.Manifest), ManifestJson.Write(manifest!));
        Assert.Equal(result.Manifest.Holes, manifest!.Holes);
        Assert.Equal(result.Manifest.Segments, manifest.Segments);
        Assert.Equal(result.Manifest.Parts, manifest.Parts);
    }

    [Theory]
    [InlineData(".avi", "change", ExportFault.Changed)]
    [InlineData(".avi", "cut", ExportFault.Truncated)]
    [InlineData(".avi", "grow", ExportFault.Changed)]
    [InlineData(".avi", "delete", ExportFault.Missing)]
    [InlineData(".csv", "change", ExportFault.Changed)]
    [InlineData(".csv", "delete", ExportFault.Missing)]
    [InlineData(".json", "change", ExportFault.ManifestChanged)]
    [InlineData(".json", "cut", ExportFault.ManifestChanged)]
    [InlineData(".json", "grow", ExportFault.ManifestChanged)]
    [InlineData(".json", "delete", ExportFault.ManifestMissing)]
    public async Task Each_kind_of_damage_is_found_and_named(string extension, string damage, ExportFault fault)
    {
        var result = await ExportAsync();
        var file = Path.Combine(folder.Path, folder.Files.Single(f => f.EndsWith(extension, StringComparison.Ordinal)));
        var bytes = await File.ReadAllBytesAsync(file);
        switch (damage)
        {
            case "change":
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(file, bytes);
                break;
            case "cut":
                await File.WriteAllBytesAsync(file, bytes[..^10]);
                break;
            case "grow":
                await File.WriteAllBytesAsync(file, [.. bytes, 10]);
                break;
            default:
                File.Delete(file);
                break;
        }

        var finding = Assert.Single(ExportCheck.Run(result.ManifestPath, default).Findings);
        Assert.Equal((Path.GetFileName(file), fault), (finding.File, finding.Fault));
    }

    [Fact]
    public async Task Every_single_byte_of_the_manifest_counts()
    {
        var result = await ExportAsync();
        var bytes = await File.ReadAllBytesAsync(result.ManifestPath);
        for (var i = 0; i < bytes.Length; i++)
        {
            var edited = (byte[])bytes.Clone();
            edited[i] ^= 1;
            Assert.False(ManifestJson.Read(edited).TryGet(out _, out _), $"byte {i} can be changed");
        }
    }

    [Fact]
    public async Task A_file_that_is_named_like_the_exports_is_extra_and_another_exports_is_not()
    {
        var result = await ExportAsync();
        var extra = result.Manifest.Parts[0].File.Replace("_1.", "_2.", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, extra), "x");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "Gate-2_cam-a_20260301T120000Z_20260301T120004Z_640x480_1.avi"), "x");

        Assert.Equal([(extra, ExportFault.Extra)], ExportCheck.Run(result.ManifestPath, default).Findings.Select(f => (f.File, f.Fault)));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("sub/file")]
    [InlineData("")]
    public async Task A_manifest_does_not_lead_out_of_its_folder(string file)
    {
        var result = await ExportAsync();
        var led = result.Manifest with { Parts = [new ManifestPart(file, 1, new string('0', 64))] };
        await File.WriteAllBytesAsync(result.ManifestPath, ManifestJson.Write(led));

        Assert.Contains(ExportCheck.Run(result.ManifestPath, default).Findings, f => f.Fault == ExportFault.ManifestChanged && f.File == file);
    }

    [Fact]
    public async Task A_manifest_of_another_format_is_refused()
    {
        var result = await ExportAsync();
        var text = System.Text.Encoding.UTF8.GetString(ManifestJson.Write(result.Manifest)).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal);
        var at = text.IndexOf("OfThisFile", StringComparison.Ordinal) + "OfThisFile\": \"".Length;
        var zeros = text[..at] + new string('0', 64) + text[(at + 64)..];
        var hash = RMF.Engine.Json.CanonicalJson.Hash(System.Text.Encoding.UTF8.GetBytes(zeros));
        await File.WriteAllTextAsync(result.ManifestPath, zeros.Replace(new string('0', 64), hash, StringComparison.Ordinal));

        Assert.Equal(ExportFault.ManifestUnknown, Assert.Single(ExportCheck.Run(result.ManifestPath, default).Findings).Fault);
    }

    private Task<ExportResult> ExportAsync()
        => folder.ExportAsync(new FakeRecordings("a", FakeRecordings.Range(0, 2)), new FakeRecordings("b", FakeRecordings.Range(1.5, 3)), 0, 5);
}

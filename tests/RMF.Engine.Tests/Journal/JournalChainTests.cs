using RMF.Core.Inventory;
using RMF.Engine.Journal;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Journal;

/// <summary>Whatever is done to a journal's lines, reading it says so.</summary>
public sealed class JournalChainTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-journal-").FullName;
    private string[] files = [];

    public async Task InitializeAsync()
    {
        var lab = Lab.OfPairs(4);
        lab.Journal = new FileJournal(folder);
        for (var run = 0; run < 3; run++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Other"));
            await lab.SyncAsync();
            lab.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        files = [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];
        Assert.Equal(3, files.Length);
        Assert.Empty(Faults());
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_changed_byte_is_found()
    {
        var bytes = File.ReadAllBytes(files[1]);
        for (var i = 0; i < bytes.Length - 1; i += 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 1;
            File.WriteAllBytes(files[1], changed);
            Assert.True(Faults().Count > 0, $"byte {i} was changed and nothing said so");
        }
    }

    [Fact]
    public void A_missing_record_is_found_wherever_it_stood() => EachLine((lines, i) => [.. lines[..i], .. lines[(i + 1)..]]);

    [Fact]
    public void Swapped_records_are_found() => EachLine((lines, i) => i == 0 ? [] : [.. lines[..(i - 1)], lines[i], lines[i - 1], .. lines[(i + 1)..]]);

    [Fact]
    public void A_record_that_stands_twice_is_found() => EachLine((lines, i) => [.. lines[..i], lines[i], .. lines[i..]]);

    [Fact]
    public void A_missing_file_is_found()
    {
        File.Delete(files[1]);
        Assert.Contains("does not continue from the run before", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_last_record_is_a_crash_and_no_fault()
    {
        var bytes = File.ReadAllBytes(files[2]);
        File.WriteAllBytes(files[2], bytes[..^20]);
        var runs = Runs();
        Assert.True(runs[2].IsTorn);
        Assert.Null(runs[2].Result);
        Assert.Empty(Faults());
    }

    [Fact]
    public void What_is_no_journal_is_told_and_does_not_stop_the_reading()
    {
        File.WriteAllText(files[0], "{}\nhello\n\n{\"n\":1}\n");
        var runs = Runs();
        Assert.Equal(3, runs.Count);
        Assert.Contains("line 1 is not a record", runs[0].Faults);
        Assert.Equal("InWantedState", runs[2].Result);
    }

    private void EachLine(Func<string[], int, string[]> change)
    {
        var lines = File.ReadAllLines(files[1]);
        for (var i = 0; i < lines.Length; i++)
        {
            File.WriteAllLines(files[1], change(lines, i));
            Assert.True(Faults().Count > 0, $"line {i + 1} was changed and nothing said so");
        }
    }

    private List<string> Faults() => Runs().SelectMany(r => r.Faults).ToList();

    private IReadOnlyList<JournalRun> Runs() => new FileJournal(folder).Read(int.MaxValue).Value!;
}

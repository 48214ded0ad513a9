using System.IO.Compression;
using RMF.Engine.Journal;
using RMF.Engine.Logs;
using RMF.Policy;

namespace RMF.Engine.Tests.Logs;

public sealed class RunLogTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 30, 15, 120, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("rmf-log-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lines_come_back_as_they_were_said()
    {
        var log = new RunLog();
        log.Add(Time, LogLevel.Information, "Snapshot: harbour: cameras (3 of 9)");
        log.Add(Time.AddSeconds(1), LogLevel.Detail, "GET /cameras 200\nin two lines");
        var path = Path.Combine(folder, "a.log");
        Assert.Null(log.Save(path));
        Assert.True(RunLog.Read(path).TryGet(out var lines, out var failure), failure?.Message);
        Assert.Equal([new LogLine(Time, LogLevel.Information, "Snapshot: harbour: cameras (3 of 9)"), new LogLine(Time.AddSeconds(1), LogLevel.Detail, "GET /cameras 200 in two lines")], lines);
    }

    [Fact]
    public void A_log_keeps_its_beginning_and_its_end_and_says_what_it_left_out()
    {
        var log = new RunLog();
        for (var i = 0; i < RunLog.FirstLines + RunLog.LastLines + 7; i++)
        {
            log.Add(Time, LogLevel.Detail, FormattableString.Invariant($"line {i}"));
        }

        var lines = log.Lines();
        Assert.Equal(RunLog.FirstLines + RunLog.LastLines + 1, lines.Count);
        Assert.Equal("line 0", lines[0].Text);
        Assert.StartsWith("7 lines are left out here", lines[RunLog.FirstLines].Text, StringComparison.Ordinal);
        Assert.Equal(FormattableString.Invariant($"line {RunLog.FirstLines + 7}"), lines[RunLog.FirstLines + 1].Text);
    }

    [Fact]
    public void A_secret_that_somebody_says_does_not_get_into_the_log()
    {
        var log = new RunLog();
        log.Add(Time, LogLevel.Error, "the device says: password=hunter2, Authorization: Bearer abc.def and {\"password\":\"hunter3\"}");
        log.Add(Time, LogLevel.Error, new string('x', RunLog.LongestLine * 2));
        var lines = log.Lines();
        Assert.DoesNotContain("hunter", lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abc.def", lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(RunLog.LongestLine + 1, lines[1].Text.Length);
    }

    [Fact]
    public void A_run_that_wrote_no_log_has_no_lines_and_that_is_no_failure()
    {
        Assert.Empty(RunLog.Read(Path.Combine(folder, "none.log")).Value!);
        File.WriteAllText(Path.Combine(folder, "b.log"), "not a line\n2026-03-01T12:30:15.120Z Nonsense x\n2026-03-01T12:30:15.120Z Error y\n");
        Assert.Equal([new LogLine(Time, LogLevel.Error, "y")], RunLog.Read(Path.Combine(folder, "b.log")).Value!);
        Assert.Equal("RMF2207", new RunLog().Save(Path.Combine(folder, "no", "folder.log"))!.Code);
    }

    [Fact]
    public void The_archive_holds_journal_log_policy_and_versions_and_no_secret()
    {
        var file = Path.Combine(folder, "20260301T123015Z-000-00000001.jsonl");
        File.WriteAllText(file, "{\"n\":1,\"reason\":\"pwd=hunter2\"}\n");
        File.WriteAllText(FileJournal.LogOf(file), "2026-03-01T12:30:15.120Z Error token: hunter3\n");
        using var stream = new MemoryStream();
        Assert.Null(SupportArchive.Write(stream, new JournalRun(file, "00000001-x", Time), new RedundancyPolicy(), ["RMF.PowerShell 0.1.0"]));

        using var zip = new ZipArchive(new MemoryStream(stream.ToArray()));
        Assert.Equal(["journal.jsonl", "policy.yaml", "run.log", "versions.txt"], zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotContain("hunter", reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }
}

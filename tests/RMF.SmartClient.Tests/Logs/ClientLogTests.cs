using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Logs;
using RMF.SmartClient.Model.Logs;
using RMF.SmartClient.Tests.Fakes;

namespace RMF.SmartClient.Tests.Logs;

[Trait("Proof", "plugin-model")]
public sealed class ClientLogTests : IAsyncLifetime
{
    private readonly FakePlatform platform = new();
    private readonly ClientLog log;

    public ClientLogTests() => log = new ClientLog(platform.Time, platform.DataFolder);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await log.DisposeAsync();
        platform.Dispose();
    }

    [Fact]
    public async Task Each_line_is_a_whole_object_with_its_time_and_level()
    {
        log.Add(LogLevel.Warning, "Gate \"1\":\nlost");
        var line = Assert.Single(await LinesAsync());
        Assert.Equal(("2026-03-01T12:00:00.0000000Z", "Warning", "Gate \"1\":\nlost"), (Time(line), line.GetProperty("level").GetString(), line.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task What_is_less_grave_than_the_level_is_not_kept()
    {
        foreach (var level in Enum.GetValues<LogLevel>())
        {
            log.Add(level, level.ToString());
        }

        log.Level = LogLevel.Error;
        log.Add(LogLevel.Warning, "not this");
        log.Level = LogLevel.Detail;
        log.Add(LogLevel.Detail, "but this");
        var texts = (await LinesAsync()).Select(l => l.GetProperty("text").GetString()).ToList();
        Assert.Equal([.. Enum.GetValues<LogLevel>().Where(l => l <= LogLevel.Information).Select(l => l.ToString()), "but this"], texts);
    }

    [Fact]
    public async Task Moves_of_tiles_are_told_with_what_they_cost()
    {
        log.Level = LogLevel.Detail;
        log.OnSwitch(new TileSwitch(default, "Gate", Side.Primary, Side.Secondary, SwitchCause.HomeLost, "home lost: gone", TimeSpan.FromMilliseconds(512.4)));
        log.OnSwitch(new TileSwitch(default, "Gate", null, Side.Primary, SwitchCause.Started, "home has a picture", TimeSpan.Zero));
        log.OnSwitch(new TileSwitch(default, "Gate", Side.Primary, null, SwitchCause.BothLost, "both", TimeSpan.FromSeconds(1)));
        log.OnPicture("Gate", TimeSpan.FromMilliseconds(40));
        var lines = await LinesAsync();
        Assert.Equal(["Warning", "Information", "Warning", "Detail"], lines.Select(l => l.GetProperty("level").GetString()));
        Assert.Equal("Gate: Primary -> Secondary, HomeLost, 512 ms without a picture. home lost: gone", lines[0].GetProperty("text").GetString());
        Assert.StartsWith("Gate: nothing -> Primary", lines[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_a_secret_never_gets_to_the_disk()
    {
        log.Add(LogLevel.Error, "log-in failed: password=Hidden1! for op");
        log.Add(LogLevel.Error, "Authorization: Bearer Hidden2");
        await log.FlushAsync();
        Assert.DoesNotContain("Hidden", File.ReadAllText(log.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_end_is_cut_and_half_a_character_does_no_harm()
    {
        log.Add(LogLevel.Error, new string('x', 1_999) + "\U0001F6A2" + new string('y', 100_000));
        log.Add(LogLevel.Error, "after");
        var lines = await LinesAsync();
        Assert.InRange(lines[0].GetProperty("text").GetString()!.Length, 1_999, 2_001);
        Assert.Equal("after", lines[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Lines_of_many_threads_are_all_there_when_the_log_was_flushed()
    {
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() => Enumerable.Range(0, 25).ToList().ForEach(i => log.Add(LogLevel.Error, $"{t}.{i}")))));
            Assert.Equal((round + 1) * 100, (await LinesAsync()).Count);
        }
    }

    [Fact]
    public async Task Lines_that_wait_for_the_disk_are_bounded_and_what_is_left_out_is_told()
    {
        // The pool is kept busy, as a slow disk would.
        log.Level = LogLevel.Detail;
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < ClientLog.MostWaiting; i++)
            {
                log.Add(LogLevel.Detail, "line");
            }
        });
        var texts = (await LinesAsync()).Select(l => l.GetProperty("text").GetString()!).ToList();
        var left = texts.Where(t => t.Contains("were left out", StringComparison.Ordinal)).Sum(t => int.Parse(t.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(4 * ClientLog.MostWaiting, texts.Count(t => t == "line") + left);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told_and_stops_nothing()
    {
        File.WriteAllText(platform.DataFolder, "a file");
        log.Add(LogLevel.Error, "lost");
        await log.FlushAsync();
        Assert.NotNull(log.Failure);
        File.Delete(platform.DataFolder);
        log.Add(LogLevel.Error, "kept");
        Assert.Equal("kept", Assert.Single(await LinesAsync()).GetProperty("text").GetString());
        Assert.Null(log.Failure);
    }

    [Fact]
    public async Task An_export_holds_the_older_part_too_and_is_cleaned_once_more()
    {
        log.Add(LogLevel.Error, "new");
        await log.FlushAsync();
        File.WriteAllText(log.Path + ".old", "old\nsomebody wrote token: Hidden3\n");
        var path = Path.Combine(platform.DataFolder, "export.log");
        File.WriteAllText(path, "what was there");
        Assert.Null(LogExport.Write(log.Path, path, "# head password=Hidden4"));
        var lines = File.ReadAllLines(path);
        Assert.Equal((4, "old"), (lines.Length, lines[1]));
        Assert.DoesNotContain("Hidden", string.Join("\n", lines), StringComparison.Ordinal);
        Assert.Contains("\"new\"", lines[3], StringComparison.Ordinal);
        Assert.False(File.Exists(path + ".rmf-new"));
    }

    [Fact]
    public void An_export_that_cannot_be_written_says_why_and_leaves_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(platform.DataFolder, "taken")).FullName;
        Assert.NotNull(LogExport.Write(log.Path, folder, "# head"));
        Assert.False(File.Exists(folder + ".rmf-new"));
        Assert.NotNull(LogExport.Write(log.Path, Path.Combine(platform.DataFolder, "none", "x.log"), "# head"));
    }

    private static string Time(JsonElement line) => line.GetProperty("time").GetString()!;

    private async Task<List<JsonElement>> LinesAsync()
    {
        await log.FlushAsync();
        return [.. File.ReadAllLines(log.Path).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}

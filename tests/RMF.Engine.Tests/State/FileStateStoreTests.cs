using System.Text;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.State;

public sealed class FileStateStoreTests : IDisposable
{
    private static readonly StateDocument First = new() { Lineage = new Guid(9, 0, 0, new byte[8]), FingerprintKey = new byte[32], LastDirection = "Backup" };

    private readonly string folder = Directory.CreateTempSubdirectory("rmf-state-").FullName;

    private string PathOf(string name = "x.rmfstate.json") => Path.Combine(folder, name);

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Where_no_file_is_there_is_no_state() => Assert.Null((await LoadAsync(new FileStateStore(PathOf()))).State);

    [Fact]
    public async Task Each_save_counts_the_serial_up_and_is_read_back()
    {
        var store = new FileStateStore(PathOf("deep/er/x.json"));
        var one = await SaveAsync(store, First, 0);
        var two = await SaveAsync(store, one with { LastDirection = "Restore" }, 1);
        Assert.Equal((1, 2), (one.Serial, two.Serial));
        var read = (await LoadAsync(store)).State!;
        Assert.Equal((2, "Restore", First.Lineage), (read.Serial, read.LastDirection, read.Lineage));
    }

    [Fact]
    public async Task A_save_over_a_newer_state_is_refused_and_changes_nothing()
    {
        var mine = new FileStateStore(PathOf());
        var theirs = new FileStateStore(PathOf());
        await SaveAsync(mine, First, 0);
        var started = (await LoadAsync(theirs)).State!;
        await SaveAsync(mine, (await LoadAsync(mine)).State! with { LastDirection = "Restore" }, 1);

        var failure = await FailAsync(theirs, started with { LastDirection = "Backup" }, started.Serial);
        Assert.Equal("RMF2203", failure.Code);
        Assert.Equal($"Another run stored a newer state in {PathOf()}: serial 2, this run began with 1.", failure.Message);
        Assert.Equal("Restore", (await LoadAsync(mine)).State!.LastDirection);
    }

    [Fact]
    public async Task Two_first_runs_do_not_make_two_histories()
    {
        await SaveAsync(new FileStateStore(PathOf()), First, 0);
        Assert.Equal("RMF2203", (await FailAsync(new FileStateStore(PathOf()), First with { Lineage = new Guid(8, 0, 0, new byte[8]) }, 0)).Code);
    }

    [Fact]
    public async Task A_state_of_another_history_is_not_overwritten_even_at_its_serial()
    {
        await SaveAsync(new FileStateStore(PathOf()), First, 0);
        Assert.Equal("RMF2203", (await FailAsync(new FileStateStore(PathOf()), First with { Lineage = new Guid(8, 0, 0, new byte[8]) }, 1)).Code);
    }

    [Fact]
    public async Task Of_many_racing_saves_of_one_serial_exactly_one_wins()
    {
        var store = new FileStateStore(PathOf());
        await SaveAsync(store, First, 0);
        for (var serial = 1; serial <= 20; serial++)
        {
            var expected = serial;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
                () => new FileStateStore(PathOf()).SaveAsync(First with { LastDirection = "by " + i }, expected, CancellationToken.None))));
            Assert.Equal(1, outcomes.Count(o => o.Failure is null));
            Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Contains(o.Failure!.Code, new[] { "RMF2203", "RMF2204" }));
            var stored = (await LoadAsync(store)).State!;
            Assert.Equal((serial + 1, outcomes.Single(o => o.Failure is null).Value!.LastDirection), (stored.Serial, stored.LastDirection));
        }
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_the_old_state_or_the_new_one_and_nothing_between()
    {
        var store = new FileStateStore(PathOf());
        var state = await SaveAsync(store, StateJsonTests.Full with { Serial = 0 }, 0);
        var reader = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                Assert.NotNull((await LoadAsync(new FileStateStore(PathOf()))).State);
            }
        });
        var saves = 0;
        for (; !reader.IsCompleted && saves < 100_000; saves++)
        {
            state = await SaveAsync(store, state, state.Serial);
        }

        await reader;
        Assert.True(saves > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half {")]
    public async Task A_damaged_file_is_said_and_never_overwritten(string text)
    {
        await File.WriteAllTextAsync(PathOf(), text);
        var store = new FileStateStore(PathOf());
        Assert.False((await store.LoadAsync(CancellationToken.None)).TryGet(out _, out var failure));
        Assert.Equal("RMF2202", failure!.Code);
        Assert.StartsWith(PathOf(), failure.Message, StringComparison.Ordinal);
        Assert.Equal("RMF2202", (await FailAsync(store, First, 0)).Code);
        Assert.Equal(text, await File.ReadAllTextAsync(PathOf()));
    }

    [Fact]
    public async Task A_file_of_a_newer_release_is_said_and_never_overwritten()
    {
        await File.WriteAllTextAsync(PathOf(), """{"formatVersion":2}""");
        Assert.Equal("RMF2201", (await FailAsync(new FileStateStore(PathOf()), First, 0)).Code);
        Assert.Equal("""{"formatVersion":2}""", await File.ReadAllTextAsync(PathOf()));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_does_no_harm()
    {
        var store = new FileStateStore(PathOf());
        await SaveAsync(store, First, 0);
        await File.WriteAllTextAsync(PathOf() + ".new", "half {");
        await File.WriteAllTextAsync(PathOf() + ".lock", "");
        Assert.Equal(1, (await LoadAsync(store)).State!.Serial);
        Assert.Equal(2, (await SaveAsync(store, First, 1)).Serial);
        Assert.False(File.Exists(PathOf() + ".new"));
    }

    [Fact]
    public async Task While_another_process_saves_a_save_says_so()
    {
        await using var held = new FileStream(PathOf() + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var failure = await FailAsync(new FileStateStore(PathOf()), First, 0);
        Assert.Equal("RMF2204", failure.Code);
        Assert.Contains("no other run holds it", failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_an_error_and_not_an_empty_state()
    {
        Directory.CreateDirectory(PathOf());
        Assert.Equal("RMF2204", (await FailAsync(new FileStateStore(PathOf()), First, 0)).Code);
    }

    [Fact]
    public async Task A_path_that_cannot_be_made_is_said_with_its_name()
    {
        // A file where a folder should be: fails for every account, root as well.
        await File.WriteAllTextAsync(PathOf("taken"), "");
        var path = Path.Combine(PathOf("taken"), "x.json");
        var failure = await FailAsync(new FileStateStore(path), First, 0);
        Assert.Equal("RMF2204", failure.Code);
        Assert.StartsWith($"The state file {path} cannot be written: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_folder_is_said()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            // Neither is kept out by the folder's mode; the path that cannot be made covers the same branch.
            return;
        }

        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal("RMF2204", (await FailAsync(new FileStateStore(PathOf()), First, 0)).Code);
    }

    [Fact]
    public async Task The_file_holds_UTF_8_without_a_mark()
    {
        await SaveAsync(new FileStateStore(PathOf()), First, 0);
        Assert.Equal('{', (char)(await File.ReadAllBytesAsync(PathOf()))[0]);
        Assert.Contains("\"serial\":1", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(PathOf())), StringComparison.Ordinal);
    }

    private static async Task<StateSlot> LoadAsync(FileStateStore store)
    {
        var outcome = await store.LoadAsync(CancellationToken.None);
        Assert.True(outcome.TryGet(out var slot, out var failure), failure?.Message);
        return slot;
    }

    private static async Task<StateDocument> SaveAsync(FileStateStore store, StateDocument state, long serial)
    {
        var outcome = await store.SaveAsync(state, serial, CancellationToken.None);
        Assert.True(outcome.TryGet(out var saved, out var failure), failure?.Message);
        return saved;
    }

    private static async Task<RunFailure> FailAsync(FileStateStore store, StateDocument state, long serial)
    {
        Assert.False((await store.SaveAsync(state, serial, CancellationToken.None)).TryGet(out _, out var failure));
        return failure!;
    }
}

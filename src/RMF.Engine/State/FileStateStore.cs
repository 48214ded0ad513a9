using System.Globalization;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.State;

/// <summary>
/// The state in one file. A save writes a new file beside it, flushes it to the disk and renames it over the old one, under a lock file
/// that the operating system drops when its holder dies. Thread-safe and process-safe.
/// </summary>
public sealed class FileStateStore : IStateStore
{
    /// <summary>Largest state file that is read: 1 GiB; 12,000 cameras a side take about 40 MiB.</summary>
    public const long MaximumBytes = 1L << 30;

    private readonly string path;

    public FileStateStore(string path) => this.path = Path.GetFullPath(path);

    public Task<RunOutcome<StateSlot>> LoadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Load());
    }

    public Task<RunOutcome<StateDocument>> SaveAsync(StateDocument state, long expectedSerial, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var gate = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!Load().TryGet(out var slot, out var failure))
            {
                return Task.FromResult<RunOutcome<StateDocument>>(failure);
            }

            var found = slot.State?.Serial ?? 0;
            if (found != expectedSerial || (slot.State is { } stored && stored.Lineage != state.Lineage))
            {
                return Task.FromResult<RunOutcome<StateDocument>>(new RunFailure(
                    "RMF2203",
                    string.Format(CultureInfo.InvariantCulture, "Another run stored a newer state in {0}: serial {1}, this run began with {2}.", path, found, expectedSerial),
                    "Run again: the new run starts from the newer state."));
            }

            var next = state with { Serial = expectedSerial + 1 };
            var temporary = path + ".new";
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                StateJson.Write(next, stream);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, path);
            return Task.FromResult<RunOutcome<StateDocument>>(next);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<RunOutcome<StateDocument>>(new RunFailure("RMF2204", $"The state file {path} cannot be written: {e.Message}", "Check the folder's permissions and space, and that no other run holds it."));
        }
    }

    private static void Replace(string from, string to)
    {
        if (File.Exists(to))
        {
            File.Replace(from, to, destinationBackupFileName: null);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private RunOutcome<StateSlot> Load()
    {
        try
        {
            if (!File.Exists(path))
            {
                return new StateSlot(null);
            }

            if (new FileInfo(path).Length > MaximumBytes)
            {
                return new RunFailure("RMF2204", FormattableString.Invariant($"The state file {path} is larger than {MaximumBytes >> 20} MiB: that is no state file."), "Check the path in the policy's state.path.");
            }

            return StateJson.Read(File.ReadAllBytes(path), path).TryGet(out var state, out var failure) ? new StateSlot(state) : failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2204", $"The state file {path} cannot be read: {e.Message}", "Check the path in the policy's state.path and the file's permissions.");
        }
    }
}

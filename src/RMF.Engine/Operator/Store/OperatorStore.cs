using RMF.Engine.Runs;

namespace RMF.Engine.Operator;

/// <summary>
/// Keeps operator records in one file beside the state. A change writes a new file, flushes it to the disk and renames it over the old one, under a lock
/// file that the operating system drops when its holder dies. Thread-safe and process-safe.
/// </summary>
public sealed class OperatorStore
{
    /// <summary>Records of each kind: a mass action on 12,000 cameras fits.</summary>
    public const int MostRecords = 20_000;

    /// <summary>Largest file that is read: 64 MiB.</summary>
    public const long MaximumBytes = 64L << 20;

    /// <summary>Attempts to get the lock, which others hold for milliseconds.</summary>
    public const int LockAttempts = 40;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    private readonly string path;
    private readonly TimeProvider time;

    /// <param name="folder">The folder of operator records; made where it is not there.</param>
    /// <param name="time">For waiting for the lock.</param>
    public OperatorStore(string folder, TimeProvider time)
    {
        path = Path.Combine(Path.GetFullPath(folder), "records.json");
        this.time = time;
    }

    public RunOutcome<OperatorRecords> Load()
    {
        try
        {
            if (!File.Exists(path))
            {
                return OperatorRecords.None;
            }

            return new FileInfo(path).Length > MaximumBytes
                ? new RunFailure("RMF2401", FormattableString.Invariant($"{path} is larger than {MaximumBytes >> 20} MiB: those are no operator records."), "Move the file away.")
                : OperatorRecordsJson.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed("read", e);
        }
    }

    /// <summary>Changes the records; nothing is written where nothing changed. More than <see cref="MostRecords"/> are refused.</summary>
    public async Task<RunOutcome<OperatorRecords>> UpdateAsync(Func<OperatorRecords, OperatorRecords> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var gate = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return Update(change);
            }
            catch (IOException) when (attempt < LockAttempts)
            {
                // Another process holds the lock.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Failed("written", e);
            }

            await Live.Clock.DelayAsync(time, LockPause, cancellationToken).ConfigureAwait(false);
        }
    }

    private RunOutcome<OperatorRecords> Update(Func<OperatorRecords, OperatorRecords> change)
    {
        if (!Load().TryGet(out var before, out var failure))
        {
            return failure;
        }

        var after = change(before);
        if (ReferenceEquals(after, before))
        {
            return before;
        }

        if (after.Inconsistencies.Count > MostRecords || after.Recordings.Count > MostRecords)
        {
            return new RunFailure("RMF2402", FormattableString.Invariant($"There would be more than {MostRecords} operator records."), "Mend what Test-RmfInconsistency shows first.");
        }

        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            OperatorRecordsJson.Write(after, stream);
            stream.Flush(flushToDisk: true);
        }

        if (File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, path);
        }

        return after;
    }

    private RunFailure Failed(string what, Exception e) => new("RMF2403", $"The operator records {path} cannot be {what}: {e.Message}", "Check the folder's permissions and space, and that no other program holds the file.");
}

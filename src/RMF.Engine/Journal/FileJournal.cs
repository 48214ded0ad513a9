using System.Globalization;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Journal;

/// <summary>
/// A folder with one JSON Lines file a run. The first record of a run continues from the last of the run before it, so that the chain holds
/// over all files. Process-safe: a run holds the folder's lock.
/// </summary>
public sealed class FileJournal : IJournal
{
    /// <summary>Runs that are kept; older files are removed when a run begins.</summary>
    public const int KeptRuns = 500;

    private const string Pattern = "*.jsonl";
    private const int MaximumNames = 1_000;

    private readonly string folder;

    public FileJournal(string folder) => this.folder = Path.GetFullPath(folder);

    public async Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FileRunLock? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            if (!FileRunLock.Take(folder, start.Plan.Id, start.Time).TryGet(out held, out var failure))
            {
                return failure;
            }

            var files = Files();
            var previous = files.Count == 0 ? string.Empty : JournalReader.Read(files[files.Count - 1], File.ReadAllBytes(files[files.Count - 1])).LastHash;
            foreach (var old in files.Take(Math.Max(0, files.Count - KeptRuns + 1)))
            {
                File.Delete(old);
                File.Delete(LogOf(old));
            }

            var path = NewName(start, files);
            var writer = new JournalFileWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), path, previous, held);
            if (await writer.StartAsync(start).ConfigureAwait(false) is { } unwritten)
            {
                writer.Dispose();
                return unwritten;
            }

            return RunOutcome<IRunJournal>.Of(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            return CannotWrite(folder, e);
        }
    }

    public RunOutcome<IReadOnlyList<JournalRun>> Read(int last)
    {
        try
        {
            var runs = new List<JournalRun>();
            var files = Files();
            foreach (var file in files.Skip(files.Count - Math.Min(files.Count, last)))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                var run = JournalReader.Read(file, bytes.ToArray());
                runs.Add(runs.Count > 0 && !string.Equals(run.Previous, runs[runs.Count - 1].LastHash, StringComparison.Ordinal)
                    ? run with { Faults = [.. run.Faults, "it does not continue from the run before: a run's file, or the end of one, is missing, was changed or stands in another place"] }
                    : run);
            }

            return RunOutcome<IReadOnlyList<JournalRun>>.Of(runs);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2206", $"The journal {folder} cannot be read: {e.Message}", "Check the folder's permissions.");
        }
    }

    /// <summary>The file of the newest run with this id; null where there is none.</summary>
    public string? FileOf(string run) => Files().FindLast(f => Path.GetFileNameWithoutExtension(f).EndsWith("-" + ShortId(run), StringComparison.Ordinal));

    /// <summary>The log that belongs to a run's file.</summary>
    public static string LogOf(string file) => Path.ChangeExtension(file, ".log");

    private static string ShortId(string run) => run.Substring(0, Math.Min(8, run.Length));

    internal static RunFailure CannotWrite(string path, Exception e)
        => new("RMF2206", $"The journal {path} cannot be written: {e.Message}", "Nothing is sent that is not written down first. Check the folder's permissions and space; the folder stands beside the policy's state file.");

    private List<string> Files()
        => Directory.Exists(folder) ? Directory.GetFiles(folder, Pattern).OrderBy(Path.GetFileName, StringComparer.Ordinal).ToList() : [];

    /// <summary>Sorts after every file that is there, whatever the clock says.</summary>
    private string NewName(JournalStart start, List<string> files)
    {
        var last = files.Count == 0 ? string.Empty : Path.GetFileName(files[files.Count - 1]);
        var stamp = start.Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (last.Length > stamp.Length && string.CompareOrdinal(last.Substring(0, stamp.Length), stamp) > 0)
        {
            stamp = last.Substring(0, stamp.Length);
        }

        for (var i = 0; i < MaximumNames; i++)
        {
            var name = string.Format(CultureInfo.InvariantCulture, "{0}-{1:000}-{2}.jsonl", stamp, i, ShortId(start.Plan.Id));
            if (string.CompareOrdinal(name, last) > 0 && !files.Exists(f => Path.GetFileName(f).StartsWith(name.Substring(0, stamp.Length + 4), StringComparison.Ordinal)))
            {
                return Path.Combine(folder, name);
            }
        }

        throw new IOException($"{MaximumNames} runs began in the same second");
    }
}

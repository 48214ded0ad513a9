using System.Text.Json;
using RMF.Engine.Json;
using RMF.Engine.Runs;

namespace RMF.Engine.Journal;

/// <summary>
/// The lock of runs: a file that its holder keeps open and that the operating system lets go when the holder dies. Beside it stands who holds
/// it, for the message of the one who cannot have it.
/// </summary>
internal sealed class FileRunLock : IDisposable
{
    private readonly FileStream file;

    private FileRunLock(FileStream file) => this.file = file;

    public static RunOutcome<FileRunLock> Take(string folder, string runId, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "run.lock");
        var holder = Path.Combine(folder, "run.holder.json");
        FileStream taken;
        try
        {
            taken = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return new RunFailure("RMF2205", "Another run is under way: " + Describe(holder), "Wait until it ends, or stop it. The lock goes with its process: no file needs to be removed.");
        }

        File.WriteAllText(holder, JsonSerializer.Serialize(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["machine"] = Environment.MachineName,
            ["process"] = System.Diagnostics.Process.GetCurrentProcess().Id,
            ["run"] = runId,
            ["since"] = CanonicalJson.Time(now),
            ["user"] = Environment.UserName,
        }));
        return new FileRunLock(taken);
    }

    public void Dispose() => file.Dispose();

    private static string Describe(string holder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(holder));
            var root = document.RootElement;
            return $"run {root.GetProperty("run").GetString()} of {root.GetProperty("user").GetString()} on {root.GetProperty("machine").GetString()}, process {root.GetProperty("process").GetInt32()}, since {root.GetProperty("since").GetString()}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "who holds it could not be read.";
        }
    }
}

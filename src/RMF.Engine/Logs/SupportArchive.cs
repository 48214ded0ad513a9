using System.IO.Compression;
using System.Text;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.Engine.Secrets;
using RMF.Policy;

namespace RMF.Engine.Logs;

/// <summary>
/// One archive about one run, to be sent to somebody who helps: the run's journal and log, the policy, and the versions. None of them holds a secret,
/// and all texts go through <see cref="Redactor"/> once more. They do hold names of sites, accounts, devices and their addresses.
/// </summary>
public static class SupportArchive
{
    /// <summary>Largest journal or log that is taken in: 64 MiB each; of a larger one only the beginning.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Writes the archive.</summary>
    /// <param name="stream">Takes the ZIP; stays open.</param>
    /// <param name="run">The run.</param>
    /// <param name="policy">The policy that it went by, or the one there is now.</param>
    /// <param name="versions">What runs where, one line each.</param>
    /// <returns>Null when it was written.</returns>
    public static RunFailure? Write(Stream stream, JournalRun run, RedundancyPolicy policy, IEnumerable<string> versions)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            Add(zip, "versions.txt", string.Join("\n", versions.Concat([$"run {run.Id}", $"policy at the run {run.PolicyHash}", $"policy here {policy.PolicyHash}"])) + "\n");
            Add(zip, "policy.yaml", PolicyWriter.ToYaml(policy));
            Add(zip, "journal.jsonl", Clean(run.File));
            if (File.Exists(run.LogFile))
            {
                Add(zip, "run.log", Clean(run.LogFile));
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunFailure("RMF2207", $"The archive of run {run.Id} cannot be made: {e.Message}", "Check the permissions and the space of both folders.");
        }
    }

    private static string Clean(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        while (text.Length < MaximumBytes && reader.ReadLine() is { } line)
        {
            text.Append(Redactor.Clean(line, [])).Append('\n');
        }

        return text.ToString();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}

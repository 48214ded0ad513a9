using System.Text;
using RMF.Engine.Secrets;
using RMF.SmartClient.Model.Files;

namespace RMF.SmartClient.Model.Logs;

/// <summary>Writes the log to one file that may leave the machine: what looks like a secret is taken out once more.</summary>
internal static class LogExport
{
    /// <param name="log">The log's path.</param>
    /// <param name="path">The file to write; replaced as a whole.</param>
    /// <param name="head">Lines to stand before it.</param>
    /// <returns>Null when it was written, else why not.</returns>
    public static string? Write(string log, string path, string head)
        => WholeFile.Write(path, file =>
        {
            using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.WriteLine(Redactor.Clean(head, []));
            foreach (var part in new[] { log + ".old", log }.Where(File.Exists))
            {
                using var reader = new StreamReader(new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
                while (reader.ReadLine() is { } line)
                {
                    writer.WriteLine(Redactor.Clean(line, []));
                }
            }
        });
}

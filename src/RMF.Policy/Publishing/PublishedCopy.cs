using System.Text;

namespace RMF.Policy.Publishing;

/// <summary>The local copy of a published policy, for the time when both sides are down. The file is replaced as a whole.</summary>
public static class PublishedCopy
{
    /// <summary>For <see cref="PublishedReading.Source"/>.</summary>
    public const string Source = "local copy";

    private const string TemporarySuffix = ".rmf-new";
    private const long MostBytes = (long)PolicyEnvelope.PartLength * (PolicyEnvelope.MostParts + 1) * 2;

    /// <summary>Writes the copy.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not write it.</exception>
    public static void Save(string file, PublishedPolicy policy)
    {
        var (head, parts) = PolicyEnvelope.Write(policy, slot: 0);
        var temporary = file + TemporarySuffix;
        File.WriteAllLines(temporary, [head, .. parts], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (File.Exists(file))
        {
            File.Replace(temporary, file, null);
        }
        else
        {
            File.Move(temporary, file);
        }
    }

    /// <summary>Reads the copy. A file that is missing, broken or too large is an answer, not an exception.</summary>
    public static PublishedReading Load(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                return new(Source, null, null);
            }

            var lines = new FileInfo(file).Length <= MostBytes ? File.ReadAllLines(file) : [];
            return lines.Length > 0 && PolicyEnvelope.ReadHead(lines[0]) is { } head
                ? PolicyEnvelope.Read(Source, head, [.. lines.Skip(1)])
                : new(Source, null, $"{file} is not a published policy");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(Source, null, $"{file} cannot be read: {exception.Message}") { IsUnreachable = true };
        }
    }
}

using System.Text;

namespace RMF.Policy.Yaml;

/// <summary>Files and folders to one mapping.</summary>
internal static class PolicyFiles
{
    public static readonly string[] Extensions = [".yaml", ".yml"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">A file or a folder.</param>
    /// <param name="reading">Takes the messages.</param>
    /// <param name="instead">A text that counts in place of what a file holds; null = the files as they are.</param>
    public static MappingNode? Load(string path, Reading reading, KeyValuePair<string, string>? instead = null)
    {
        try
        {
            return Directory.Exists(path) ? Folder(path, reading, instead) : One(path, reading, YamlLimits.MaxBytes, instead, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            reading.Report(PolicyCodes.NotReadable, "", path, 1, 1, e is FileNotFoundException or DirectoryNotFoundException or ArgumentException ? "there is no such file or folder" : $"reading failed: {e.Message.TrimEnd('.')}");
            return null;
        }
    }

    public static MappingNode? Parse(string text, string file, Reading reading)
    {
        if (text.Length > YamlLimits.MaxBytes)
        {
            TooLarge(reading, file);
            return null;
        }

        return YamlLoader.Load(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text, file, reading);
    }

    private static MappingNode? Folder(string path, Reading reading, KeyValuePair<string, string>? instead)
    {
        var files = Directory.EnumerateFiles(path)
            .Where(f => Path.GetFileName(f)[0] != '.' && Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal)
            .Take(YamlLimits.MaxFiles + 1)
            .ToList();
        if (files.Count is 0 or > YamlLimits.MaxFiles)
        {
            var text = files.Count == 0 ? "the folder holds no .yaml or .yml file" : FormattableString.Invariant($"the folder holds more than {YamlLimits.MaxFiles} files");
            reading.Report(files.Count == 0 ? PolicyCodes.NotReadable : PolicyCodes.TooLarge, "", path, 1, 1, text);
            return null;
        }

        MappingNode? merged = null;
        var allowed = YamlLimits.MaxBytes;
        foreach (var file in files)
        {
            reading.Enter(file);
            var next = One(file, reading, allowed, instead, out var length);
            allowed -= length;
            merged = next is null ? merged : merged is null ? next : Merging.Merge(merged, next, "", reading);
        }

        return merged;
    }

    private static MappingNode? One(string file, Reading reading, int allowed, KeyValuePair<string, string>? instead, out int length)
    {
        if (instead is { } given && string.Equals(Path.GetFullPath(given.Key), Path.GetFullPath(file), StringComparison.Ordinal))
        {
            length = given.Value.Length;
            return Parse(given.Value, file, reading);
        }

        length = 0;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > allowed)
            {
                TooLarge(reading, file);
                return null;
            }
        }

        var bytes = content.ToArray();
        length = bytes.Length;
        try
        {
            return Parse(Utf8.GetString(bytes), file, reading);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes.Take(Math.Max(e.Index, 0)).ToArray();
            var line = 1 + before.Count(b => b == '\n');
            var column = before.Length - Array.LastIndexOf(before, (byte)'\n');
            reading.Report(PolicyCodes.BadCharacter, "", file, line, column, "the bytes here are not UTF-8");
            return null;
        }
    }

    private static void TooLarge(Reading reading, string file)
        => reading.Report(PolicyCodes.TooLarge, "", file, 1, 1, FormattableString.Invariant($"the policy is larger than {YamlLimits.MaxBytes / 1024 / 1024} MiB"));
}

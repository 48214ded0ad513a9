using RMF.Policy.Checks;
using RMF.Policy.Description;
using RMF.Policy.Yaml;

namespace RMF.Policy;

/// <summary>Reads policies. Whatever the text is, the outcome is a result with messages; nothing is thrown. Thread-safe.</summary>
public static class PolicyReader
{
    /// <summary>
    /// Reads a file, or a folder whose <c>*.yaml</c> and <c>*.yml</c> files (not those of its sub-folders) are merged in the
    /// ordinal order of their names. At most 64 files and 4 MiB in all.
    /// </summary>
    /// <param name="path">A file or a folder.</param>
    public static PolicyResult Load(string path)
    {
        var reading = new Reading(path ?? "");
        var root = PolicyFiles.Load(path ?? "", reading);
        return Finish(root, DefaultName(path ?? ""), reading);
    }

    /// <summary>Reads a file or a folder as <see cref="Load"/> does, as if one of its files held another text: what an edit would come to.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="file">The file that is <paramref name="path"/> or lies in it.</param>
    /// <param name="text">What it would hold.</param>
    public static PolicyResult LoadWith(string path, string file, string text)
    {
        var reading = new Reading(path ?? "");
        var root = PolicyFiles.Load(path ?? "", reading, new KeyValuePair<string, string>(file, text));
        return Finish(root, DefaultName(path ?? ""), reading);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML, at most 4 Mi characters; a byte order mark is skipped.</param>
    /// <param name="fileName">The name for messages, and for the policy's default name.</param>
    public static PolicyResult Parse(string text, string fileName)
    {
        var reading = new Reading(fileName ?? "");
        var root = PolicyFiles.Parse(text ?? "", fileName ?? "", reading);
        return Finish(root, DefaultName(fileName ?? ""), reading);
    }

    private static PolicyResult Finish(MappingNode? root, string name, Reading reading)
    {
        RedundancyPolicy? policy = null;
        if (root is not null)
        {
            reading.Note("", root);
            PolicyDescription.Root.TryRead(root, reading, "", out policy);
            policy = reading.IsWritten("name") ? policy : policy with { Name = name };
            PolicyChecks.Run(policy, root, reading);
        }

        return new(
            reading.HasErrors ? null : policy,
            reading.Finish(),
            reading.Places.ToDictionary(p => p.Key, p => new PolicyPlace(p.Value.File, p.Value.Line, p.Value.Column), StringComparer.Ordinal));
    }

    private static string DefaultName(string path)
    {
        var trimmed = path.TrimEnd('/', '\\');
        var name = trimmed.Substring(trimmed.LastIndexOfAny(['/', '\\']) + 1);
        foreach (var extension in PolicyFiles.Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                name = name.Substring(0, name.Length - extension.Length);
            }
        }

        return PolicyDescription.SafeName(name);
    }
}

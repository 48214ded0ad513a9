using System.Text;
using RMF.Policy.Editing;
using RMF.Policy.Yaml;

namespace RMF.Policy;

/// <summary>
/// Changes single values of a policy's text and leaves every other byte: comments, order, layout, line ends. It is idempotent:
/// setting what is set changes nothing. The result is read again and compared; an edit that would change anything but its own
/// key is refused. Nothing is thrown for any text. Thread-safe.
/// </summary>
public static class PolicyEditor
{
    private const string TemporarySuffix = ".rmf-new";

    /// <summary>Sets a key that holds a single value, and makes it and its parents where they are missing.</summary>
    /// <param name="text">The policy's text; it need not be a valid policy, but YAML.</param>
    /// <param name="path">Such as <c>live.failback.policy</c>, <c>links[0].secondary</c> or <c>sites["my site"].uri</c>.</param>
    /// <param name="value">The value as the file would hold it, without quotes: <c>restore</c>, <c>500ms</c>, <c>true</c>.</param>
    /// <param name="fileName">The name for messages.</param>
    public static PolicyEdit Set(string text, string path, string value, string fileName = "policy")
        => Edit(text, fileName, (body, reading) => ScalarEdit.Make(body, path, value, reading));

    /// <summary>Sets several keys in their order: all, or none where one cannot be set.</summary>
    /// <param name="text">The policy's text.</param>
    /// <param name="values">Paths and values as <see cref="Set"/> takes them.</param>
    /// <param name="fileName">The name for messages.</param>
    public static PolicyEdit SetAll(string text, IEnumerable<KeyValuePair<string, string>> values, string fileName = "policy")
        => Edit(text, fileName, (body, reading) => values.Aggregate((string?)body, (now, value) => now is null ? null : ScalarEdit.Make(now, value.Key, value.Value, reading)));

    /// <summary>
    /// Puts a new entry at the end of a list of mappings, on one line, and makes the list and its parents where they are missing. It does
    /// not ask whether such an entry is there.
    /// </summary>
    /// <param name="text">The policy's text.</param>
    /// <param name="path">The list, such as <c>live.overrides</c>.</param>
    /// <param name="entry">The entry's keys below it and their values: <c>match.group</c> with <c>/Harbour</c>.</param>
    /// <param name="fileName">The name for messages.</param>
    public static PolicyEdit Append(string text, string path, IReadOnlyList<KeyValuePair<string, string>> entry, string fileName = "policy")
        => Edit(text, fileName, (body, reading) => EntryEdit.Make(body, path, entry, reading));

    private static PolicyEdit Edit(string text, string fileName, Func<string, Reading, string?> make)
    {
        var hasMark = text.Length > 0 && text[0] == '\uFEFF';
        var body = hasMark ? text.Substring(1) : text;
        var reading = new Reading(fileName);
        var edited = make(body, reading);
        var error = edited is null ? reading.Finish().First(m => m.Severity == PolicySeverity.Error) : null;
        return edited is null || string.Equals(edited, body, StringComparison.Ordinal)
            ? new(text, Changed: false, error)
            : new(hasMark ? "\uFEFF" + edited : edited, Changed: true, null);
    }

    /// <summary>Does <see cref="Set"/> on a file of UTF-8. The file is replaced as a whole, and only when something changes.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not read or write it.</exception>
    public static PolicyEdit SetInFile(string file, string path, string value) => InFile(file, text => Set(text, path, value, file));

    /// <summary>Does any edit on a file of UTF-8. The file is replaced as a whole, and only when something changes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="edit">Gets the text and gives what came of it.</param>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not read or write it.</exception>
    public static PolicyEdit InFile(string file, Func<string, PolicyEdit> edit)
    {
        if (new FileInfo(file) is { Exists: true, Length: > YamlLimits.MaxBytes })
        {
            var tooLarge = PolicyCodes.TooLarge;
            return new("", Changed: false, new(PolicySeverity.Error, tooLarge.Code, "", file, 1, 1, FormattableString.Invariant($"the policy is larger than {YamlLimits.MaxBytes / 1024 / 1024} MiB"), tooLarge.Help));
        }

        string text;
        try
        {
            // Decoded by hand: a reader would swallow the byte order mark.
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            var code = PolicyCodes.BadCharacter;
            return new("", Changed: false, new(PolicySeverity.Error, code.Code, "", file, 1, 1, "the file is not UTF-8", code.Help));
        }

        var edited = edit(text);
        if (edited.Changed)
        {
            var temporary = file + TemporarySuffix;
            File.WriteAllBytes(temporary, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(edited.Text));
            File.Replace(temporary, file, null);
        }

        return edited;
    }
}

namespace RMF.Policy.Yaml;

/// <summary>What one reading has found so far: messages, and where each path stands. Not thread-safe.</summary>
internal sealed class Reading(string file)
{
    /// <summary>More messages than this help nobody; the rest is counted.</summary>
    public const int MaxMessages = 100;

    private readonly List<PolicyMessage> messages = [];
    private readonly List<string> broken = [];
    private readonly Dictionary<string, PolicyNode> places = new(StringComparer.Ordinal);
    private readonly List<string> files = [file];
    private int left;
    private int errorsLeft;

    public string File { get; } = file;

    /// <summary>No further message will be shown, so none needs the work of good advice.</summary>
    public bool IsFull => messages.Count >= MaxMessages;

    public bool HasErrors => errorsLeft > 0 || messages.Exists(m => m.Severity == PolicySeverity.Error);

    public IReadOnlyDictionary<string, PolicyNode> Places => places;

    /// <summary>All messages in the order of the files, with a last one when some were left off.</summary>
    public IReadOnlyList<PolicyMessage> Finish()
    {
        var sorted = messages
            .OrderBy(m => files.IndexOf(m.File)).ThenBy(m => m.Line).ThenBy(m => m.Column)
            .ToList();
        if (left > 0)
        {
            var severity = errorsLeft > 0 ? PolicySeverity.Error : PolicySeverity.Warning;
            sorted.Add(new(severity, PolicyCodes.More.Code, "", File, 1, 1, FormattableString.Invariant($"{left} more messages are not shown"), PolicyCodes.More.Help));
        }

        return sorted;
    }

    /// <summary>Makes messages of this file come in the order in which the files were read.</summary>
    public void Enter(string name)
    {
        if (!files.Contains(name, StringComparer.Ordinal))
        {
            files.Add(name);
        }
    }

    public void Note(string path, PolicyNode node) => places[path] = node;

    /// <summary>Whether the file itself holds the path; a default does not.</summary>
    public bool IsWritten(string path) => places.ContainsKey(path);

    /// <summary>The node at the path, or at the nearest one above it that the file holds.</summary>
    public PolicyNode? At(string path)
    {
        for (var depth = 0; depth <= PolicyPath.MaxSegments; depth++)
        {
            if (places.TryGetValue(path, out var node))
            {
                return node;
            }

            if (path.Length == 0)
            {
                break;
            }

            path = PolicyPath.Parent(path);
        }

        return null;
    }

    /// <summary>Whether an error was reported at the path or below it, so that what was read there is not what was meant.</summary>
    public bool IsBroken(string path) => broken.Exists(b => PolicyPath.IsWithin(b, path));

    /// <summary>Reports at the path's own place, or the nearest one above.</summary>
    public void Report(PolicyCode code, string path, string text, string? advice = null, PolicySeverity? severity = null)
        => Report(code, path, At(path), text, advice, severity);

    public void Report(PolicyCode code, string path, PolicyNode? node, string text, string? advice = null, PolicySeverity? severity = null)
    {
        if (node is ScalarNode { IsUnknown: true })
        {
            broken.Add(path);
            return;
        }

        Report(code, path, node?.File ?? File, node?.Line ?? 1, node?.Column ?? 1, text, advice, severity);
    }

    public void Report(PolicyCode code, string path, string inFile, int line, int column, string text, string? advice = null, PolicySeverity? severity = null)
    {
        var kind = severity ?? code.Severity;
        if (IsFull)
        {
            left++;
            errorsLeft += kind == PolicySeverity.Error ? 1 : 0;
            return;
        }

        if (kind == PolicySeverity.Error)
        {
            broken.Add(path);
        }

        messages.Add(new(kind, code.Code, path, inFile, Math.Max(line, 1), Math.Max(column, 1), text, advice ?? code.Help));
    }
}

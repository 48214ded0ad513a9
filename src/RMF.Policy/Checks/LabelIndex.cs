namespace RMF.Policy.Checks;

/// <summary>Finds a labelled recorder by a name that may or may not carry its site.</summary>
internal sealed class LabelIndex
{
    private readonly HashSet<RecorderName> exact;
    private readonly ILookup<string, RecorderName> byName;
    private readonly IReadOnlyList<RecorderName> labels;

    public LabelIndex(IReadOnlyList<RecorderName> labels)
    {
        this.labels = labels;
        exact = [.. labels];
        byName = labels.ToLookup(l => l.Name, StringComparer.Ordinal);
    }

    /// <summary>All labels, as the file writes them.</summary>
    public IEnumerable<string> Names => labels.Select(l => l.ToString());

    /// <summary>The label that is meant; null when there is none or, then <paramref name="isAmbiguous"/>, more than one.</summary>
    public RecorderName? Find(RecorderName name, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (exact.Contains(name))
        {
            return name;
        }

        // "site/REC" also means the label "REC", and "REC" the label "site/REC", as long as there is only one.
        var same = byName[name.Name].Where(l => l.Site is null || name.Site is null).Take(2).ToList();
        isAmbiguous = same.Count > 1;
        return same.Count == 1 ? same[0] : null;
    }
}

namespace RMF.Simulator.Tests.Contract;

/// <summary>The rows, and which of them were needed. Not thread-safe.</summary>
public sealed class DeviationTable(IReadOnlyList<Deviation> rows)
{
    private readonly HashSet<Deviation> used = [];
    private readonly Dictionary<(FindingKind Kind, string Where), Deviation?> found = [];
    private readonly Dictionary<string, Deviation[]> required = new(StringComparer.Ordinal);

    public static DeviationTable None => new([]);

    public IReadOnlyList<Deviation> Rows => rows;

    /// <summary>Rows that no answer needed: either the document or the simulator has changed.</summary>
    public IReadOnlyList<Deviation> Unused => [.. rows.Where(row => !used.Contains(row))];

    /// <summary>The first row that covers a place; null when none does.</summary>
    public Deviation? Find(FindingKind kind, string where)
    {
        if (!found.TryGetValue((kind, where), out var row))
        {
            found.Add((kind, where), row = rows.FirstOrDefault(row => row.Covers(kind, where)));
        }

        return row;
    }

    /// <summary>Undeclared members that must be there on the objects of one schema.</summary>
    public IReadOnlyList<Deviation> RequiredExtras(string schema)
    {
        if (!required.TryGetValue(schema, out var extras))
        {
            required.Add(schema, extras = [.. rows.Where(row => row.Required && Glob.Matches(row.Owner, schema))]);
        }

        return extras;
    }

    public void MarkUsed(Deviation row) => used.Add(row);
}

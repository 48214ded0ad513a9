namespace RMF.Simulator.Tests.Contract;

/// <summary>The rows, and which of them were needed. Not thread-safe.</summary>
public sealed class DeviationTable(IReadOnlyList<Deviation> rows)
{
    private readonly HashSet<Deviation> used = [];

    public static DeviationTable None => new([]);

    public IReadOnlyList<Deviation> Rows => rows;

    /// <summary>Rows that no answer needed: either the document or the simulator has changed.</summary>
    public IReadOnlyList<Deviation> Unused => [.. rows.Where(row => !used.Contains(row))];

    public Deviation? Find(FindingKind kind, string where) => rows.FirstOrDefault(row => row.Covers(kind, where));

    /// <summary>Undeclared members that must be there on the objects of one schema.</summary>
    public IEnumerable<Deviation> RequiredExtras(string schema) =>
        rows.Where(row => row.Required && Glob.Matches(row.Owner, schema));

    public void MarkUsed(Deviation row) => used.Add(row);
}

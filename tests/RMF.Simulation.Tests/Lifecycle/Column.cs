namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>A column of the lifecycle matrix: direction, and how recording servers or cameras are paired.</summary>
public sealed record Column(string Direction, string Mode)
{
    public static readonly IReadOnlyList<Column> All =
        [.. new[] { "backup", "restore" }.SelectMany(d => new[] { "1:1", "M:N", "manual" }.Select(m => new Column(d, m)))];

    public bool IsRestore => Direction == "restore";

    public bool IsManual => Mode == "manual";

    /// <summary>Adds and moves, as the matrix says; replaces and deletes are possible everywhere.</summary>
    public bool Places => !IsManual && !(IsRestore && Mode == "M:N");

    public override string ToString() => Direction + " " + Mode;
}

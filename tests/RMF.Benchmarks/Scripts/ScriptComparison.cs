namespace RMF.Benchmarks.Scripts;

/// <summary>How a script compares two tables; see Compare-Row.ps1.</summary>
public enum ScriptComparison
{
    Keyed,
    Whole,
    Nested,
}

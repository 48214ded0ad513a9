namespace RMF.Simulator.Contract;

/// <summary>HTTP methods that a path answers.</summary>
[Flags]
internal enum Verbs
{
    None = 0,
    Get = 1,
    Post = 2,
    Put = 4,
    Patch = 8,
    Delete = 16,
}

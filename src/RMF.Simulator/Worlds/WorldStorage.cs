namespace RMF.Simulator;

/// <summary>One storage (live database) of a recorder.</summary>
public sealed record WorldStorage
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string DiskPath { get; init; } = @"D:\MediaDatabase";

    /// <summary>Megabytes, as XProtect counts.</summary>
    public int MaxSizeMB { get; init; } = 1024 * 1024;

    public int RetainMinutes { get; init; } = 7 * 24 * 60;

    /// <summary>One storage of a recorder is its default; the first where none says so.</summary>
    public bool IsDefault { get; init; }

    public IReadOnlyList<WorldArchive> Archives { get; init; } = [];
}

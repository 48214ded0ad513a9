namespace RMF.Simulator;

/// <summary>One archive of a storage. Its retention counts from the moment of recording, so it is longer than the storage's.</summary>
public sealed record WorldArchive
{
    public required string Name { get; init; }

    public string DiskPath { get; init; } = @"E:\Archive";

    public int MaxSizeMB { get; init; } = 4 * 1024 * 1024;

    public int RetainMinutes { get; init; } = 30 * 24 * 60;
}

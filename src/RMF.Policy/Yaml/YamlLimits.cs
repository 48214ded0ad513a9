namespace RMF.Policy.Yaml;

/// <summary>The bounds of what is read. A policy that maps 12,000 cameras one by one is below 1 MiB and 100,000 nodes.</summary>
internal static class YamlLimits
{
    public const int MaxBytes = 4 * 1024 * 1024;

    public const int MaxDepth = 64;

    public const int MaxNodes = 500_000;

    public const int MaxAliases = 1_000;

    public const int MaxFiles = 64;
}

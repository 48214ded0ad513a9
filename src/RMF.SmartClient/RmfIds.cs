namespace RMF.SmartClient;

/// <summary>Ids and names that are stored in views and policies: never change one.</summary>
internal static class RmfIds
{
    public static readonly Guid Plugin = new("b0f0a1de-5d1f-4b0f-8b37-2a6f3c0f7d01");

    public static readonly Guid Tile = new("b0f0a1de-5d1f-4b0f-8b37-2a6f3c0f7d02");

    public static readonly Guid Settings = new("b0f0a1de-5d1f-4b0f-8b37-2a6f3c0f7d03");

    /// <summary>Properties of a tile; the same that high-availability views are made with (decision 0182).</summary>
    public const string VersionProperty = "rmf.version";

    public const string PrimaryProperty = "rmf.primary";

    public const string SecondaryProperty = "rmf.secondary";

    public const string NameProperty = "rmf.name";
}

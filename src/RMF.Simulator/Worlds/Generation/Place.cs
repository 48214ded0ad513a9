namespace RMF.Simulator.Worlds;

/// <summary>
/// Where the cameras of a generated site hang: blocks of a hundred, each block a part of one kind of place. The block gives
/// cameras their names and groups.
/// </summary>
internal static class Place
{
    /// <summary>Below the 400 members that a device group may hold.</summary>
    public const int CamerasPerBlock = 100;

    private const string CameraWord = " camera ";

    private static readonly string[] Kinds =
        ["Gate", "Quay", "Fence", "Yard", "Hall", "Tower", "Dock", "Lobby", "Ramp", "Roof", "Tunnel", "Parking"];

    public static string Kind(int camera) => Kinds[camera / CamerasPerBlock % Kinds.Length];

    /// <summary>The block's name: unique in a site.</summary>
    public static string Block(int camera) => $"{Kind(camera)} {(camera / CamerasPerBlock / Kinds.Length) + 1}";

    /// <summary>The camera's name: unique in a site.</summary>
    public static string Camera(int camera) => $"{Block(camera)}{CameraWord}{camera % CamerasPerBlock:00}";

    /// <summary>Groups by kind of place with a sub-group a block, from the cameras' names.</summary>
    public static IReadOnlyList<WorldGroup> Groups(IEnumerable<string> cameras)
    {
        var blocks = cameras.GroupBy(name => name[..name.IndexOf(CameraWord, StringComparison.Ordinal)], StringComparer.Ordinal);
        return [.. blocks.GroupBy(block => block.Key[..block.Key.LastIndexOf(' ')], StringComparer.Ordinal).Select(kind => new WorldGroup
        {
            Name = kind.Key,
            Groups = [.. kind.Select(block => new WorldGroup { Name = block.Key, Members = [.. block] })],
        })];
    }
}

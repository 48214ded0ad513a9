using VideoOS.Platform;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Host.Windows;

/// <summary>What a view says of one place: a plugin's view item with its properties, or a camera for the client's own viewer.</summary>
internal sealed record TileContent(ViewItemPlugin? Plugin, Item? Camera, IReadOnlyDictionary<string, string> Properties)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    public static TileContent BuiltIn(Item camera) => new(null, camera, None);

    public static TileContent Of(ViewItemPlugin plugin, IReadOnlyDictionary<string, string>? properties = null) => new(plugin, null, properties ?? None);
}

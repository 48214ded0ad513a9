using VideoOS.Platform;

namespace RMF.SmartClient.Mip;

/// <summary>Ids as the rest of RMF writes them: GUIDs in lower case.</summary>
internal static class MipIds
{
    public static string Of(Guid id) => id.ToString("D");

    public static string Of(Item item) => Of(item.FQID.ObjectId);

    /// <summary>The client's item of a camera; null where it knows none: no such camera, or no right to see it.</summary>
    public static Item? Camera(string cameraId) => Guid.TryParse(cameraId, out var id) ? Configuration.Instance.GetItem(id, Kind.Camera) : null;
}

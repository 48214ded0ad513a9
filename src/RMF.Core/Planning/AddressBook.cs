using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;

namespace RMF.Core.Planning;

/// <summary>Makes the stable, readable addresses of a plan: <c>secondary/REC-B1/10.0.0.5/camera[0]/streams</c>.</summary>
public static class AddressBook
{
    public static string Recorder(Side side, Item recorder) => (side == Side.Primary ? "primary/" : "secondary/") + recorder.Name;

    /// <param name="recorder">The recording server of the side that is written to.</param>
    /// <param name="hardware">The hardware; on creation the source's, whose address the new one will have.</param>
    public static string Hardware(Side side, Item recorder, Item hardware)
        => Recorder(side, recorder) + "/" + (DeviceAddress.Parse(hardware.Properties.TextOf("address"))?.ToString() ?? hardware.Name);

    public static string Device(string hardwareAddress, Item device)
        => $"{hardwareAddress}/{KindTable.Of(device.Key.Kind).Label}[{device.Properties.TextOf("channel") ?? "0"}]";

    /// <summary>What belongs to a site: <c>secondary/cameraGroup/Harbour/Quay 1</c>.</summary>
    /// <param name="path">From the root, beginning with a slash.</param>
    public static string SiteItem(Side side, ItemKind kind, string path) => (side == Side.Primary ? "primary/" : "secondary/") + KindTable.Of(kind).Label + path;

    public static string Part(string deviceAddress, ItemKind part) => deviceAddress + "/" + KindTable.Of(part).Label;
}

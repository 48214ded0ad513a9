using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>What tells one device from another.</summary>
/// <param name="Mac">Twelve upper-case digits; null while it is not known.</param>
/// <param name="Address">Host and port; null when the server's text is no address.</param>
/// <param name="DriverNumber">The driver's number, the same on every server; null while it is not known.</param>
public sealed record HardwareIdentity(string? Mac, DeviceAddress? Address, string? DriverNumber)
{
    public static HardwareIdentity Of(Item hardware, SideView side)
    {
        var settings = side.Find(hardware.Key.Part(ItemKind.HardwareDriverSettings));
        var driver = hardware.Properties["hardwareDriverPath"] is Reference reference ? side.Find(reference.Target) : null;
        return new HardwareIdentity(
            MacAddress.Normalise(settings?.Properties.TextOf("macAddress")),
            DeviceAddress.Parse(hardware.Properties.TextOf("address")),
            driver?.Properties.TextOf("number"));
    }
}

using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>Puts another device behind hardware that exists.</summary>
/// <param name="Hardware">The hardware; its id stays.</param>
/// <param name="Address">The new device's URL.</param>
/// <param name="DriverNumber">The new device's driver; null = the driver stays.</param>
/// <param name="Account">The new device's account.</param>
/// <param name="AllowDeletingDisabledDevices">True to let the server delete disabled devices that the new device lacks; false makes it refuse instead.</param>
public sealed record HardwareReplacement(ItemKey Hardware, Uri Address, string? DriverNumber, DeviceAccount Account, bool AllowDeletingDisabledDevices);

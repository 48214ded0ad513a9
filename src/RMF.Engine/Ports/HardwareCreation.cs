using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>Adds a device to a recording server.</summary>
/// <param name="Recorder">The recording server that shall record it.</param>
/// <param name="Address">The device's URL, e.g. <c>http://10.0.0.5/</c>.</param>
/// <param name="Driver">The driver on that recording server.</param>
/// <param name="UserName">The device's account.</param>
/// <param name="Password">Its password.</param>
public sealed record HardwareCreation(ItemKey Recorder, Uri Address, ItemKey Driver, string UserName, Secret Password);

namespace RMF.Engine.Ports;

/// <summary>A device's user name and password.</summary>
public sealed record DeviceAccount(string UserName, Secret Password);

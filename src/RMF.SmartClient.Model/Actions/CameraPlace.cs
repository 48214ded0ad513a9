namespace RMF.SmartClient.Model.Actions;

/// <summary>Where a PTZ camera looks, in XProtect's unit.</summary>
/// <param name="Pan">-1 to 1.</param>
/// <param name="Tilt">-1 to 1.</param>
/// <param name="Zoom">0 to 1.</param>
public readonly record struct CameraPlace(double Pan, double Tilt, double Zoom);

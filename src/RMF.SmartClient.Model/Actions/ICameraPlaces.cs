using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Actions;

/// <summary>Asks where PTZ cameras look. Implemented on the MIP SDK's PTZGetAbsoluteRequest. May be called from any thread.</summary>
public interface ICameraPlaces
{
    /// <summary>Where the camera looks now; an error where it does not tell.</summary>
    /// <param name="cameraId">A GUID in lower case, of the side that is shown.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Outcome<CameraPlace>> ReadAsync(string cameraId, CancellationToken cancellationToken);
}

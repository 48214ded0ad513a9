using RMF.Engine.Ports;
using RMF.SmartClient.Model.Actions;
using VideoOS.Platform;
using VideoOS.Platform.Messaging;

namespace RMF.SmartClient.Mip;

/// <summary>Asks through Smart Client where PTZ cameras look. Thread-safe.</summary>
internal sealed class MipCameraPlaces : ICameraPlaces
{
    public Task<Outcome<CameraPlace>> ReadAsync(string cameraId, CancellationToken cancellationToken) => Task.Run(() => Read(cameraId), cancellationToken);

    private static Outcome<CameraPlace> Read(string cameraId)
    {
        if (MipIds.Camera(cameraId) is not { } camera)
        {
            return MipErrors.NoCamera("Smart Client", "ask where the camera looks");
        }

        try
        {
            var answers = EnvironmentManager.Instance.SendMessage(new Message(MessageId.Control.PTZGetAbsoluteRequest), camera.FQID);
            return answers?.OfType<PTZGetAbsoluteRequestData>().FirstOrDefault() is { } place
                ? new CameraPlace(place.Pan, place.Tilt, place.Zoom)
                : new SiteError(SiteErrorKind.NotSupported, "Smart Client", "ask where the camera looks", $"'{camera.Name}' does not tell where it looks.", "Set the preset in the Management Client.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return MipErrors.Of("Smart Client", "ask where the camera looks", exception);
        }
    }
}

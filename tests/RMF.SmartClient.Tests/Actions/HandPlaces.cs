using RMF.Engine.Ports;
using RMF.SmartClient.Model.Actions;

namespace RMF.SmartClient.Tests.Actions;

/// <summary>A camera that looks where the test says.</summary>
internal sealed class HandPlaces : ICameraPlaces
{
    public CameraPlace Place { get; set; } = new(0.4, 0.2, 0.1);

    public SiteError? Error { get; set; }

    public List<string> Asked { get; } = [];

    public Task<Outcome<CameraPlace>> ReadAsync(string cameraId, CancellationToken cancellationToken)
    {
        Asked.Add(cameraId);
        return Task.FromResult(Error is { } error ? (Outcome<CameraPlace>)error : Place);
    }
}

using RMF.Engine.Ports;
using RMF.SmartClient.Host.Sites;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Client;

/// <summary>Where a camera's video comes from.</summary>
internal sealed record CameraPlace(ClientSite Site, Item Item, RecordedCamera Camera);

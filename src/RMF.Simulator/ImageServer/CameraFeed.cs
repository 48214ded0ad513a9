using RMF.Simulator.Pictures;

namespace RMF.Simulator.ImageServer;

/// <summary>What a recorder sends of one camera: read from the site's objects when a stream begins, and again now and then.</summary>
/// <param name="Id">The camera.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hardware">Its hardware, by the address of the device.</param>
/// <param name="Interval">Time from frame to frame.</param>
/// <param name="Picture">Draws its frames.</param>
internal sealed record CameraFeed(Guid Id, string Name, Uri Hardware, TimeSpan Interval, CameraPicture Picture);

using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>Where one side's recordings of a camera are.</summary>
/// <param name="Recordings">The site's recordings; of a site that does not answer, one that says so (<see cref="UnreachableRecordings"/>).</param>
/// <param name="Camera">The camera and its recording server at that site.</param>
/// <param name="Site">The site's name in the policy.</param>
/// <param name="Recorder">The recording server's name; empty where it is not known.</param>
public sealed record RecordedSource(IRecordings Recordings, RecordedCamera Camera, string Site, string Recorder)
{
    /// <summary>The camera's name there; empty where it is not known.</summary>
    public string Name { get; init; } = "";
}

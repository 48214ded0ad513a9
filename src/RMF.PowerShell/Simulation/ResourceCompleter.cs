using System.Collections;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Simulation;

/// <summary>Offers the kinds of objects that a rehearsal changes most.</summary>
public sealed class ResourceCompleter : SessionCompleter
{
    private static readonly string[] Resources =
        ["cameras", "hardware", "streams", "settings", "motionDetections", "storages", "recordingServers", "microphones", "speakers", "inputEvents", "outputs", "metadata", "cameraGroups"];

    private protected override IEnumerable<Completion> Candidates(RmfSession session, IDictionary bound) => Resources.Select(r => new Completion(r, r));
}

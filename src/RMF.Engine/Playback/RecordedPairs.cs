using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>Finds where the recordings of both sides are, from both sides as they were read and paired.</summary>
public static class RecordedPairs
{
    /// <summary>All cameras of both sides, in the order of the primary's reading, then those that the secondary alone has. Also disabled ones: they may have recorded before.</summary>
    /// <param name="input">Both sides.</param>
    /// <param name="recordings">A site's recordings, by the site's name.</param>
    public static IEnumerable<RecordedPair> Of(PlanningInput input, Func<string, IRecordings> recordings)
    {
        foreach (var camera in input.Primary.OfKind(ItemKind.Camera))
        {
            yield return new RecordedPair(camera.Name, Source(input.Primary, camera), Source(input.Secondary, input.Pairs.Find(Side.Primary, camera.Key)?.Secondary));
        }

        foreach (var camera in input.Secondary.OfKind(ItemKind.Camera).Where(c => input.Pairs.Find(Side.Secondary, c.Key) is null))
        {
            yield return new RecordedPair(camera.Name, null, Source(input.Secondary, camera));
        }

        RecordedSource? Source(SideView view, Item? camera) => camera is null || view.RecorderOf(camera.Key) is not { } recorder
            ? null
            : new RecordedSource(recordings(camera.Key.Site), new RecordedCamera(camera.Key.Id, recorder.Key.Id), camera.Key.Site, recorder.Name) { Name = camera.Name };
    }
}

using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.Policy.Live;

namespace RMF.Engine.Live;

/// <summary>Finds the cameras that a host can show from both sides.</summary>
public static class LiveCameras
{
    /// <summary>The paired cameras that are enabled on both sides, in the order of the primary's reading.</summary>
    /// <param name="policy">Its live part.</param>
    /// <param name="input">Both sides as they were read and paired.</param>
    /// <param name="naming">The policy's naming pattern.</param>
    /// <param name="frames">A site's streams, by the site's name.</param>
    /// <param name="client">This machine's name and the user's roles, for overrides.</param>
    /// <param name="chance">The next number from 0 up to 1: it spreads the ways home.</param>
    public static IEnumerable<LiveCamera> Of(RedundancyPolicy policy, PlanningInput input, INaming naming, Func<string, IFrameSource> frames, LiveClient client, Func<double> chance)
    {
        var words = new ManagedSet(policy.Manage, input.Primary, input.Secondary, input.Pairs, naming, input.Topology);
        foreach (var pair in input.Pairs.OfKind(ItemKind.Camera))
        {
            if (!pair.Primary.Properties.IsTrue("enabled") || !pair.Secondary.Properties.IsTrue("enabled")
                || input.Primary.RecorderOf(pair.Primary.Key) is not { } primary || input.Secondary.RecorderOf(pair.Secondary.Key) is not { } secondary)
            {
                continue;
            }

            var live = policy.Live.For(words.Subject(pair.Primary, input.Primary), client.Roles, client.Name);
            yield return new LiveCamera(
                new TilePair(pair.Primary.Name, Source(pair.Primary, primary), Source(pair.Secondary, secondary)),
                TileSettingsOf.Policy(live, chance()));
        }

        TileSource Source(Item camera, Item recorder) => new(frames(camera.Key.Site), new FrameRequest(camera.Key.Id, recorder.Key.Id), camera.Key.Site);
    }
}

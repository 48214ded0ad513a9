using RMF.Core.Inventory;

namespace RMF.Engine.Runs;

/// <summary>Which primary cameras are recorded twice and which are not.</summary>
public static class Protection
{
    /// <summary>Primary cameras outside the managed set, or without a pair, with the reason.</summary>
    public static IEnumerable<(Item Camera, string Reason)> Unprotected(SyncContext context)
    {
        var primary = context.Input.Primary;
        foreach (var camera in primary.OfKind(ItemKind.Camera))
        {
            if (!context.Options.Managed.CoversCamera(camera, primary))
            {
                yield return (camera, "outside the policy's manage selectors");
            }
            else if (context.Input.Pairs.Find(Side.Primary, camera.Key) is null)
            {
                var recorder = primary.RecorderOf(camera.Key);
                yield return (camera, recorder is not null && context.Input.Topology.LinkOfPrimary(recorder.Key) is null
                    ? $"no link names recording server '{recorder.Name}'"
                    : "not on the secondary side yet");
            }
        }
    }
}

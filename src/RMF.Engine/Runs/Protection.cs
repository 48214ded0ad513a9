using RMF.Core.Inventory;
using RMF.Core.Planning;

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
                yield return (camera, WhyUnpaired(context, camera));
            }
        }
    }

    /// <summary>Why an item without a pair may have one all the same: the other side was not read in full. Null when it was, so that the absence is a fact.</summary>
    public static string? WhyUnseen(PlanningInput input, Side side, Item item)
    {
        if (input.View(side).RecorderOf(item.Key) is not { } recorder)
        {
            return null;
        }

        var other = side == Side.Primary ? Side.Secondary : Side.Primary;
        var linked = side == Side.Primary
            ? (input.Topology.LinkOfPrimary(recorder.Key) is { } link ? new List<ItemKey> { link.Secondary } : [])
            : input.Topology.LinksOfSecondary(recorder.Key).Select(l => l.Primary).ToList();
        foreach (var kind in new[] { item.Key.Kind, ItemKind.Hardware })
        {
            if (linked.FirstOrDefault(r => input.View(other).PartOf(r.Part(kind)).State != PartState.Whole) is { Id: not null } unread)
            {
                return $"{kind} of {unread.Site} was not read in full";
            }
        }

        return null;
    }

    private static string WhyUnpaired(SyncContext context, Item camera)
    {
        var recorder = context.Input.Primary.RecorderOf(camera.Key);
        if (recorder is not null && context.Input.Topology.LinkOfPrimary(recorder.Key) is null)
        {
            return $"no link names recording server '{recorder.Name}'";
        }

        return WhyUnseen(context.Input, Side.Primary, camera) is { } why ? "not known: " + why : "not on the secondary side yet";
    }
}

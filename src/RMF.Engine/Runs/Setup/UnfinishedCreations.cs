using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.Json;

namespace RMF.Engine.Runs.Setup;

/// <summary>
/// Devices that an earlier run added and did not finish, as the source's key and the target's recording server. What pairs with them is ours: it
/// is finished like a new device, its lists made the source's and nothing else.
/// </summary>
internal sealed class UnfinishedCreations
{
    private readonly HashSet<(string Source, string Recorder)> creations;

    public UnfinishedCreations(HashSet<(string Source, string Recorder)> creations) => this.creations = creations;

    /// <summary>The input with those pairs remembered as created by us. Unchanged when there are none.</summary>
    public PlanningInput Remember(PlanningInput input, Side target)
    {
        if (creations.Count == 0)
        {
            return input;
        }

        var made = new List<RememberedPair>();
        foreach (var pair in input.Pairs.OfKind(ItemKind.Hardware).Where(p => input.Memory.Find(p) is null && IsOurs(input, p, target)))
        {
            made.Add(NewPair(pair));
            foreach (var kind in KindTable.DeviceKinds)
            {
                foreach (var device in input.View(Side.Primary).ChildrenOf(pair.Primary.Key, kind))
                {
                    if (input.Pairs.Find(Side.Primary, device.Key) is { } devicePair && input.Memory.Find(devicePair) is null)
                    {
                        made.Add(NewPair(devicePair));
                    }
                }
            }
        }

        return made.Count == 0 ? input : input with { Memory = new PairMemory(input.Memory.Pairs.Concat(made)) };
    }

    private static RememberedPair NewPair(ItemPair pair) => new(pair.Primary.Key, pair.Secondary.Key, Ownership.Created) { Bases = NewItems.Bases(pair.Kind) };

    private bool IsOurs(PlanningInput input, ItemPair pair, Side target)
        => input.RecorderOf(target, pair.On(target)) is { } recorder && creations.Contains((KeyJson.Format(pair.On(target.Other()).Key), KeyJson.Format(recorder.Key)));
}

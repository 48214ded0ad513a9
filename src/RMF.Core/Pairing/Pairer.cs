using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Words;

namespace RMF.Core.Pairing;

/// <summary>
/// Finds the pairs of two sides: recorders by link, hardware by <see cref="HardwareMatcher"/> within the links of each secondary
/// recording server, devices by hardware pair, kind and channel. Pure; linear in the number of items.
/// </summary>
public sealed class Pairer
{
    private readonly SideView primary;
    private readonly SideView secondary;
    private readonly Topology topology;
    private readonly PairMemory memory;
    private readonly Side source;
    private readonly INaming naming;

    /// <param name="source">The side whose configuration is copied; it decides between MissingOnTarget and OrphanOnTarget.</param>
    /// <param name="naming">The policy's naming pattern, for names that break ties; null = both sides use the same names.</param>
    public Pairer(SideView primary, SideView secondary, Topology topology, PairMemory memory, Side source, INaming? naming = null)
    {
        this.primary = primary;
        this.secondary = secondary;
        this.topology = topology;
        this.memory = memory;
        this.source = source;
        this.naming = naming ?? SameNames.Instance;
    }

    public Correspondence Pair()
    {
        var result = new Correspondence();
        var moved = PairMoved(result);
        foreach (var secondaryRecorder in topology.SecondaryRecorders)
        {
            var candidates = topology.PrimaryHardwareOf(secondaryRecorder, primary).Where(h => !moved.Contains(h.Key)).ToList();
            var matcher = new HardwareMatcher(
                candidates.ConvertAll(h => new HardwareCandidate(h, HardwareIdentity.Of(h, primary))),
                secondary.ChildrenOf(secondaryRecorder, ItemKind.Hardware).Where(h => !moved.Contains(h.Key)).Select(h => new HardwareCandidate(h, HardwareIdentity.Of(h, secondary))).ToList(),
                memory,
                naming);
            matcher.Match();
            foreach (var pair in matcher.Pairs)
            {
                result.Add(pair);
                PairDevices(pair, result);
            }

            foreach (var (item, side, detail) in matcher.Ambiguous)
            {
                result.Add(new PairFinding(item, side, PairState.Ambiguous, detail));
            }

            AddUnpaired(matcher.UnmatchedPrimary, Side.Primary, result);
            AddUnpaired(matcher.UnmatchedSecondary, Side.Secondary, result);
        }

        new SiteItemPairing(primary, secondary, topology, memory).Pair(result);
        return result;
    }

    /// <summary>Remembered hardware whose two sides hang on recording servers that are not linked any more. Returns both keys of each.</summary>
    private HashSet<ItemKey> PairMoved(Correspondence result)
    {
        var moved = new HashSet<ItemKey>();
        foreach (var remembered in memory.Pairs)
        {
            if (remembered.Primary.Kind == ItemKind.Hardware
                && primary.Find(remembered.Primary) is { } left
                && secondary.Find(remembered.Secondary) is { } right
                && primary.RecorderOf(left.Key) is { } from
                && secondary.RecorderOf(right.Key) is { } on
                && topology.LinkOf(from.Key, left.Key) is { } link
                && link.Secondary != on.Key)
            {
                moved.Add(left.Key);
                moved.Add(right.Key);
                var pair = Replacement.PairOf(
                    new HardwareCandidate(left, HardwareIdentity.Of(left, primary)),
                    new HardwareCandidate(right, HardwareIdentity.Of(right, secondary)),
                    remembered,
                    PairState.Moved,
                    "memory");
                result.Add(pair);
                PairDevices(pair, result);
            }
        }

        return moved;
    }

    private void PairDevices(ItemPair hardware, Correspondence result)
    {
        foreach (var kind in KindTable.DeviceKinds)
        {
            var onPrimary = ByChannel(primary.ChildrenOf(hardware.Primary.Key, kind));
            var onSecondary = ByChannel(secondary.ChildrenOf(hardware.Secondary.Key, kind));
            foreach (var channel in onPrimary)
            {
                if (onSecondary.TryGetValue(channel.Key, out var twins))
                {
                    onSecondary.Remove(channel.Key);
                    PairChannel(channel.Key, channel.Value, twins, result);
                }
                else
                {
                    AddUnpaired(channel.Value, Side.Primary, result);
                }
            }

            AddUnpaired(onSecondary.Values.SelectMany(d => d), Side.Secondary, result);
        }
    }

    private static void PairChannel(string channel, List<Item> left, List<Item> right, Correspondence result)
    {
        if (left.Count == 1 && right.Count == 1)
        {
            result.Add(new ItemPair(left[0], right[0], PairState.Paired, "channel " + channel));
            return;
        }

        var detail = $"{left.Count} primary and {Counted.Of(right.Count, "secondary device")} of one hardware have channel '{channel}'; nothing tells them apart.";
        foreach (var (side, devices) in new[] { (Side.Primary, left), (Side.Secondary, right) })
        {
            foreach (var device in devices)
            {
                result.Add(new PairFinding(device, side, PairState.Ambiguous, detail));
            }
        }
    }

    private static Dictionary<string, List<Item>> ByChannel(IReadOnlyList<Item> devices)
    {
        var byChannel = new Dictionary<string, List<Item>>(devices.Count, StringComparer.Ordinal);
        foreach (var device in devices)
        {
            var channel = device.Properties.TextOf("channel") ?? string.Empty;
            if (!byChannel.TryGetValue(channel, out var same))
            {
                byChannel[channel] = same = new List<Item>(1);
            }

            same.Add(device);
        }

        return byChannel;
    }

    private void AddUnpaired(IEnumerable<Item> items, Side side, Correspondence result)
    {
        var state = side == source ? PairState.MissingOnTarget : PairState.OrphanOnTarget;
        foreach (var item in items)
        {
            result.Add(new PairFinding(item, side, state, $"{item.Key.Kind} '{item.Name}' has no counterpart on the {(side == Side.Primary ? "secondary" : "primary")} side."));
        }
    }
}

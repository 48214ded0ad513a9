using RMF.Core.Inventory;
using RMF.Core.Kinds;

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

    /// <param name="source">The side whose configuration is copied; it decides between MissingOnTarget and OrphanOnTarget.</param>
    public Pairer(SideView primary, SideView secondary, Topology topology, PairMemory memory, Side source)
    {
        this.primary = primary;
        this.secondary = secondary;
        this.topology = topology;
        this.memory = memory;
        this.source = source;
    }

    public Correspondence Pair()
    {
        var result = new Correspondence();
        foreach (var secondaryRecorder in topology.SecondaryRecorders)
        {
            var links = topology.LinksOfSecondary(secondaryRecorder);
            var candidates = links.SelectMany(l => primary.ChildrenOf(l.Primary, ItemKind.Hardware)).ToList();
            var matcher = new HardwareMatcher(
                candidates.ConvertAll(h => new HardwareCandidate(h, HardwareIdentity.Of(h, primary))),
                secondary.ChildrenOf(secondaryRecorder, ItemKind.Hardware).Select(h => new HardwareCandidate(h, HardwareIdentity.Of(h, secondary))).ToList(),
                memory);
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

        return result;
    }

    private void PairDevices(ItemPair hardware, Correspondence result)
    {
        foreach (var kind in KindTable.DeviceKinds)
        {
            var onSecondary = new Dictionary<string, Item>(StringComparer.Ordinal);
            foreach (var device in secondary.ChildrenOf(hardware.Secondary.Key, kind))
            {
                onSecondary[ChannelOf(device)] = device;
            }

            foreach (var device in primary.ChildrenOf(hardware.Primary.Key, kind))
            {
                var channel = ChannelOf(device);
                if (onSecondary.TryGetValue(channel, out var twin))
                {
                    onSecondary.Remove(channel);
                    result.Add(new ItemPair(device, twin, PairState.Paired, "channel " + channel));
                }
                else
                {
                    AddUnpaired([device], Side.Primary, result);
                }
            }

            AddUnpaired(onSecondary.Values, Side.Secondary, result);
        }
    }

    private void AddUnpaired(IEnumerable<Item> items, Side side, Correspondence result)
    {
        var state = side == source ? PairState.MissingOnTarget : PairState.OrphanOnTarget;
        foreach (var item in items)
        {
            result.Add(new PairFinding(item, side, state, $"{item.Key.Kind} '{item.Name}' has no counterpart on the {(side == Side.Primary ? "secondary" : "primary")} side."));
        }
    }

    private static string ChannelOf(Item device) => device.Properties.TextOf("channel") ?? string.Empty;
}

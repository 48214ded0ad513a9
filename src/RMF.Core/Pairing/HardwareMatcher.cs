using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Words;

namespace RMF.Core.Pairing;

/// <summary>
/// Pairs the hardware of one secondary recording server with that of the primaries it protects, in this order:
/// the pair of the last run; the MAC address, when both sides know it; address and port. Names only break ties.
/// A device at the same address with another known MAC is the pair, Replaced. Linear: every step is a look-up.
/// </summary>
internal sealed class HardwareMatcher
{
    private readonly Dictionary<ItemKey, HardwareCandidate> primaries;
    private readonly Dictionary<ItemKey, HardwareCandidate> secondaries;
    private readonly PairMemory memory;
    private readonly (string Label, Func<HardwareCandidate, string?> OfPrimary, Func<HardwareCandidate, string?> OfSecondary)[] tieBreakers;

    public HardwareMatcher(IReadOnlyCollection<HardwareCandidate> primaries, IReadOnlyCollection<HardwareCandidate> secondaries, PairMemory memory, INaming naming)
    {
        tieBreakers =
        [
            ("address", static c => c.Identity.Address?.ToString(), static c => c.Identity.Address?.ToString()),
            ("name", c => naming.ToSecondary(c.Item.Name), static c => c.Item.Name),
        ];
        this.primaries = primaries.ToDictionary(c => c.Item.Key);
        this.secondaries = secondaries.ToDictionary(c => c.Item.Key);
        this.memory = memory;
    }

    public List<ItemPair> Pairs { get; } = [];

    public List<(Item Item, Side Side, string Detail)> Ambiguous { get; } = [];

    public IEnumerable<Item> UnmatchedPrimary => primaries.Values.Select(c => c.Item);

    public IEnumerable<Item> UnmatchedSecondary => secondaries.Values.Select(c => c.Item);

    public void Match()
    {
        MatchRemembered();
        MatchBy("MAC", static c => c.Identity.Mac);
        MatchBy("address", static c => c.Identity.Address?.ToString());
    }

    private void MatchRemembered()
    {
        foreach (var candidate in primaries.Values.ToList())
        {
            if (memory.Find(Side.Primary, candidate.Item.Key) is { } remembered && secondaries.TryGetValue(remembered.Secondary, out var twin))
            {
                primaries.Remove(candidate.Item.Key);
                secondaries.Remove(twin.Item.Key);
                Pairs.Add(Replacement.PairOf(candidate, twin, remembered, PairState.Paired, "memory"));
            }
        }
    }

    private void MatchBy(string label, Func<HardwareCandidate, string?> keyOf)
    {
        var left = Group(primaries.Values, keyOf);
        var right = Group(secondaries.Values, keyOf);
        foreach (var entry in left)
        {
            if (!right.TryGetValue(entry.Key, out var others))
            {
                continue;
            }

            if (entry.Value.Count == 1 && others.Count == 1)
            {
                Take(entry.Value[0], others[0], StateOf(entry.Value[0], others[0]), label);
                continue;
            }

            BreakTies(label, entry.Key, entry.Value, others);
        }
    }

    private void BreakTies(string label, string key, List<HardwareCandidate> left, List<HardwareCandidate> right)
    {
        // Several devices behind one router share an address or report one MAC: the finer of address, then the name, tells them apart.
        foreach (var (finerLabel, ofPrimary, ofSecondary) in tieBreakers)
        {
            var a = Group(left.Where(Left), ofPrimary);
            var b = Group(right.Where(Right), ofSecondary);
            foreach (var entry in a)
            {
                if (entry.Value.Count == 1 && b.TryGetValue(entry.Key, out var match) && match.Count == 1)
                {
                    Take(entry.Value[0], match[0], StateOf(entry.Value[0], match[0]), label + " and " + finerLabel);
                }
            }
        }

        var leftOver = left.Where(Left).ToList();
        var rightOver = right.Where(Right).ToList();
        if (leftOver.Count == 0 || rightOver.Count == 0)
        {
            return;
        }

        var detail = $"{leftOver.Count} primary and {Counted.Of(rightOver.Count, "secondary device")} share the {label} {key}; nothing tells them apart.";
        foreach (var candidate in leftOver)
        {
            primaries.Remove(candidate.Item.Key);
            Ambiguous.Add((candidate.Item, Side.Primary, detail));
        }

        foreach (var candidate in rightOver)
        {
            secondaries.Remove(candidate.Item.Key);
            Ambiguous.Add((candidate.Item, Side.Secondary, detail));
        }
    }

    private bool Left(HardwareCandidate c) => primaries.ContainsKey(c.Item.Key);

    private bool Right(HardwareCandidate c) => secondaries.ContainsKey(c.Item.Key);

    private void Take(HardwareCandidate left, HardwareCandidate right, PairState state, string by)
    {
        primaries.Remove(left.Item.Key);
        secondaries.Remove(right.Item.Key);
        Pairs.Add(new ItemPair(left.Item, right.Item, state, by));
    }

    private static PairState StateOf(HardwareCandidate left, HardwareCandidate right)
        => Replacement.Differ(left.Identity.Mac, right.Identity.Mac) ? PairState.Replaced : PairState.Paired;

    private static Dictionary<string, List<HardwareCandidate>> Group(IEnumerable<HardwareCandidate> candidates, Func<HardwareCandidate, string?> keyOf)
    {
        var groups = new Dictionary<string, List<HardwareCandidate>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (keyOf(candidate) is { Length: > 0 } key)
            {
                if (!groups.TryGetValue(key, out var list))
                {
                    groups[key] = list = [];
                }

                list.Add(candidate);
            }
        }

        return groups;
    }
}

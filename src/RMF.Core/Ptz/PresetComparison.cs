using RMF.Core.Inventory;

namespace RMF.Core.Ptz;

/// <summary>
/// The presets of one camera, side by side. Presets are paired by name first; what is left is paired by place, nearest first: those are renamed.
/// Presets in the device are paired by the device's own number, then by name. Immutable. Quadratic in the presets of one camera that have no
/// namesake, and in nothing else.
/// </summary>
public sealed class PresetComparison
{
    private PresetComparison(IReadOnlyList<PresetPair> pairs) => Pairs = pairs;

    /// <summary>In the primary's order, then what the secondary alone has.</summary>
    public IReadOnlyList<PresetPair> Pairs { get; }

    /// <summary>True when nothing differs, presets in the device included.</summary>
    public bool IsEqual => Pairs.All(static p => p.State == PresetState.Equal);

    /// <summary>True when nothing differs that RMF may write.</summary>
    public bool IsOwnEqual => Pairs.All(static p => p.IsInDevice || p.State == PresetState.Equal);

    public static PresetComparison Of(IReadOnlyList<Preset> primary, IReadOnlyList<Preset> secondary, PresetTolerance tolerance)
    {
        var own = Ranked(Match(primary.Where(static p => !p.IsInDevice), secondary.Where(static p => !p.IsInDevice), static p => p.Name, tolerance), tolerance);
        var inDevice = Match(primary.Where(static p => p.IsInDevice), secondary.Where(static p => p.IsInDevice), static p => p.DeviceNumber.Length > 0 ? "#" + p.DeviceNumber : p.Name, null)
            .Select(static m => new PresetPair(m.Primary, m.Secondary, OfDevice(m.Primary, m.Secondary)));
        return new PresetComparison([.. own, .. inDevice]);
    }

    /// <summary>The presets of one side that RMF may write, in their order.</summary>
    public IReadOnlyList<Preset> OwnOn(Side side) => [.. Pairs.Where(static p => !p.IsInDevice).Select(p => p.On(side)).OfType<Preset>().OrderBy(static p => p.Number)];

    private static List<(Preset? Primary, Preset? Secondary)> Match(IEnumerable<Preset> primary, IEnumerable<Preset> secondary, Func<Preset, string> key, PresetTolerance? places)
    {
        var left = new List<Preset>(secondary.OrderBy(static p => p.Number));
        var byKey = new Dictionary<string, Queue<Preset>>(StringComparer.Ordinal);
        foreach (var preset in left)
        {
            if (!byKey.TryGetValue(key(preset), out var queue))
            {
                byKey[key(preset)] = queue = new Queue<Preset>();
            }

            queue.Enqueue(preset);
        }

        var pairs = primary.OrderBy(static p => p.Number).Select(p => (Primary: p, Secondary: byKey.TryGetValue(key(p), out var same) && same.Count > 0 ? same.Dequeue() : null)).ToList();
        var taken = new HashSet<Preset>(pairs.Select(static p => p.Secondary).OfType<Preset>());
        left.RemoveAll(taken.Contains);
        var result = new List<(Preset? Primary, Preset? Secondary)>(pairs.Count + left.Count);
        foreach (var (one, twin) in pairs)
        {
            var other = twin ?? (places is { } tolerance ? Nearest(one, left, tolerance) ?? ByName(one, left, places) : ByName(one, left, places));
            if (twin is null && other is not null)
            {
                left.Remove(other);
            }

            result.Add((one, other));
        }

        result.AddRange(left.Select(static s => ((Preset?)null, (Preset?)s)));
        return result;
    }

    /// <summary>For presets in the device, whose number may have changed.</summary>
    private static Preset? ByName(Preset one, List<Preset> left, PresetTolerance? places) => places is null ? left.Find(o => string.Equals(o.Name, one.Name, StringComparison.Ordinal)) : null;

    private static Preset? Nearest(Preset one, List<Preset> left, PresetTolerance tolerance)
        => HasPlace(one) ? left.Where(o => HasPlace(o) && one.Content.IsAt(o.Content, tolerance)).OrderBy(o => Distance(one.Content, o.Content)).ThenBy(static o => o.Number).FirstOrDefault() : null;

    /// <summary>A preset that tells no place would be near to every other one.</summary>
    private static bool HasPlace(Preset preset) => preset.Content is { Pan: not null, Tilt: not null, Zoom: not null };

    private static double Distance(PresetContent a, PresetContent b) => Math.Abs(a.Pan!.Value - b.Pan!.Value) + Math.Abs(a.Tilt!.Value - b.Tilt!.Value) + Math.Abs(a.Zoom!.Value - b.Zoom!.Value);

    private static IEnumerable<PresetPair> Ranked(List<(Preset? Primary, Preset? Secondary)> matches, PresetTolerance tolerance)
    {
        // Places among those that both have: one that is missing shifts the numbers of all behind it, and they are not renumbered for that.
        var both = matches.Where(static m => m is { Primary: not null, Secondary: not null }).ToList();
        var ranks = both.OrderBy(static m => m.Secondary!.Number).Select(static (m, rank) => (m.Secondary, rank)).ToDictionary(static r => r.Secondary!, static r => r.rank);
        var place = 0;
        foreach (var (primary, secondary) in matches)
        {
            if (primary is null || secondary is null)
            {
                yield return new PresetPair(primary, secondary, primary is null ? PresetState.MissingOnPrimary : PresetState.MissingOnSecondary);
                continue;
            }

            var state = string.Equals(primary.Name, secondary.Name, StringComparison.Ordinal) ? PresetState.Equal : PresetState.Renamed;
            state |= primary.Content.IsAt(secondary.Content, tolerance) ? PresetState.Equal : PresetState.Moved;
            state |= ranks[secondary] == place ? PresetState.Equal : PresetState.Renumbered;
            place++;
            yield return new PresetPair(primary, secondary, state);
        }
    }

    private static PresetState OfDevice(Preset? primary, Preset? secondary)
    {
        if (primary is null || secondary is null)
        {
            return primary is null ? PresetState.MissingOnPrimary : PresetState.MissingOnSecondary;
        }

        return (string.Equals(primary.Name, secondary.Name, StringComparison.Ordinal) ? PresetState.Equal : PresetState.Renamed)
            | (string.Equals(primary.DeviceNumber, secondary.DeviceNumber, StringComparison.Ordinal) ? PresetState.Equal : PresetState.Renumbered);
    }
}

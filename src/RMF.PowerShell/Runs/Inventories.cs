using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>Turns what a run read into inventory objects.</summary>
internal static class Inventories
{
    /// <summary>The state of what has no counterpart in a reading that was not whole.</summary>
    private const string Unknown = "Unknown";

    public static IEnumerable<RmfInventoryPart> Parts(PreparedRun run)
        => run.Snapshots.Values.OrderBy(s => s.Site, StringComparer.Ordinal).SelectMany(s => s.Parts.OrderBy(p => p.Kind).Select(p => new RmfInventoryPart
        {
            Site = s.Site,
            Kind = p.Kind.ToString(),
            Count = s.OfKind(p.Kind).Count,
            State = p.State.ToString(),
            Unread = p.Unread.Count,
            TakenAt = p.TakenAt.LocalDateTime,
            Reason = p.Reason,
        }));

    public static IEnumerable<RmfRecorder> Recorders(PreparedRun run)
    {
        var input = run.Context.Input;
        foreach (var view in new[] { input.Primary, input.Secondary })
        {
            foreach (var recorder in view.OfKind(ItemKind.RecordingServer).OrderBy(r => r.Name, StringComparer.Ordinal))
            {
                var hardware = view.ChildrenOf(recorder.Key, ItemKind.Hardware);
                var links = view.Side == Side.Primary
                    ? (input.Topology.LinkOfPrimary(recorder.Key) is { } link ? [link] : [])
                    : input.Topology.LinksOfSecondary(recorder.Key);
                yield return new RmfRecorder
                {
                    Site = recorder.Key.Site,
                    Side = view.Side.ToString(),
                    Recorder = recorder.Name,
                    Id = recorder.Key.Id,
                    Host = $"{recorder.Properties.TextOf("hostName")}:{recorder.Properties.TextOf("portNumber")}",
                    Version = recorder.Properties.TextOf("version") ?? string.Empty,
                    LinkedWith = links.Select(l => NameOf(input, view.Side == Side.Primary ? l.Secondary : l.Primary)).ToList(),
                    Storages = view.ChildrenOf(recorder.Key, ItemKind.Storage).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => Storage(input, view.Side, links, s)).ToList(),
                    HardwareCount = hardware.Count,
                    CameraCount = hardware.Sum(h => view.ChildrenOf(h.Key, ItemKind.Camera).Count),
                    IsFailedOver = recorder.Properties.TextOf("activeWebServerUri") is { Length: > 0 } active && !string.Equals(active, recorder.Properties.TextOf("webServerUri"), StringComparison.OrdinalIgnoreCase),
                };
            }
        }
    }

    public static IEnumerable<RmfHardware> Hardware(PreparedRun run)
    {
        var input = run.Context.Input;
        var unpaired = run.Findings.GroupBy(f => f.Item.Key).ToDictionary(g => g.Key, g => g.First());
        foreach (var view in new[] { input.Primary, input.Secondary })
        {
            foreach (var item in view.OfKind(ItemKind.Hardware))
            {
                var pair = input.Pairs.Find(view.Side, item.Key);
                var other = pair is null ? null : view.Side == Side.Primary ? pair.Secondary : pair.Primary;
                unpaired.TryGetValue(item.Key, out var finding);
                yield return new RmfHardware
                {
                    Site = item.Key.Site,
                    Side = view.Side.ToString(),
                    Recorder = view.RecorderOf(item.Key)?.Name ?? string.Empty,
                    Hardware = item.Name,
                    Id = item.Key.Id,
                    Address = DeviceAddress.Parse(item.Properties.TextOf("address"))?.ToString() ?? string.Empty,
                    Mac = HardwareIdentity.Of(item, view).Mac ?? string.Empty,
                    Model = item.Properties.TextOf("model") ?? string.Empty,
                    Enabled = item.Properties.IsTrue("enabled"),
                    State = StateOf(run, view.Side, item, pair, finding),
                    PairedWith = other is null ? string.Empty : $"{(view.Side == Side.Primary ? input.Secondary : input.Primary).RecorderOf(other.Key)?.Name}/{other.Name}",
                    PairedId = other?.Key.Id ?? string.Empty,
                    PairedBy = pair?.By ?? string.Empty,
                };
            }
        }
    }

    public static IEnumerable<RmfCamera> Cameras(PreparedRun run)
    {
        var input = run.Context.Input;
        var reasons = Protection.Unprotected(run.Context).ToDictionary(u => u.Camera.Key, u => u.Reason);
        var groups = input.Primary.OfKind(ItemKind.CameraGroup)
            .SelectMany(g => g.Properties["members"] is ListValue members ? members.Items.OfType<Reference>().Select(m => (m.Target, Path: g.Properties.TextOf("path") ?? g.Name)) : [])
            .ToLookup(g => g.Target, g => g.Path);
        foreach (var camera in input.Primary.OfKind(ItemKind.Camera))
        {
            var pair = input.Pairs.Find(Side.Primary, camera.Key);
            var reason = reasons.TryGetValue(camera.Key, out var why) ? why : string.Empty;
            yield return Camera(input, camera, pair?.Secondary, groups[camera.Key].ToList(), reason);
        }

        foreach (var camera in input.Secondary.OfKind(ItemKind.Camera).Where(c => input.Pairs.Find(Side.Secondary, c.Key) is null))
        {
            yield return Camera(input, null, camera, [], Protection.WhyUnseen(input, Side.Secondary, camera) is { } why ? "not known: " + why : "on the secondary side only");
        }
    }

    public static IEnumerable<RmfPair> Pairs(PreparedRun run)
    {
        var input = run.Context.Input;
        foreach (var pair in new[] { ItemKind.Hardware, ItemKind.Camera }.SelectMany(input.Pairs.OfKind))
        {
            yield return new RmfPair
            {
                Kind = pair.Kind.ToString(),
                Primary = pair.Primary.Name,
                Secondary = pair.Secondary.Name,
                State = pair.State.ToString(),
                By = pair.By,
                Ownership = (input.Memory.Find(Side.Primary, pair.Primary.Key)?.Ownership ?? Ownership.None).ToString(),
                PrimaryId = pair.Primary.Key.Id,
                SecondaryId = pair.Secondary.Key.Id,
            };
        }

        foreach (var finding in input.Pairs.Findings)
        {
            var onPrimary = finding.Side == Side.Primary;
            var unseen = finding.State is PairState.MissingOnTarget or PairState.OrphanOnTarget ? Protection.WhyUnseen(input, finding.Side, finding.Item) : null;
            yield return new RmfPair
            {
                Kind = finding.Item.Key.Kind.ToString(),
                Primary = onPrimary ? finding.Item.Name : string.Empty,
                Secondary = onPrimary ? string.Empty : finding.Item.Name,
                State = unseen is null ? finding.State.ToString() : Unknown,
                By = unseen ?? finding.Detail,
                Ownership = Ownership.None.ToString(),
                PrimaryId = onPrimary ? finding.Item.Key.Id : string.Empty,
                SecondaryId = onPrimary ? string.Empty : finding.Item.Key.Id,
            };
        }
    }

    private static RmfCamera Camera(Core.Planning.PlanningInput input, Item? primary, Item? secondary, IReadOnlyList<string> groups, string reason)
    {
        var shown = primary ?? secondary!;
        var view = primary is null ? input.Secondary : input.Primary;
        var hardware = shown.Parent is { } parent ? view.Find(parent) : null;
        return new RmfCamera
        {
            Camera = shown.Name,
            Id = shown.Key.Id,
            Hardware = hardware?.Name ?? string.Empty,
            Address = DeviceAddress.Parse(hardware?.Properties.TextOf("address"))?.ToString() ?? string.Empty,
            Channel = int.TryParse(shown.Properties.TextOf("channel"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var channel) ? channel : 0,
            Protected = primary is not null && secondary is not null && reason.Length == 0,
            PrimaryRecorder = primary is null ? string.Empty : input.Primary.RecorderOf(primary.Key)?.Name ?? string.Empty,
            SecondaryRecorder = secondary is null ? string.Empty : input.Secondary.RecorderOf(secondary.Key)?.Name ?? string.Empty,
            SecondaryName = secondary?.Name ?? string.Empty,
            SecondaryId = secondary?.Key.Id ?? string.Empty,
            Enabled = shown.Properties.IsTrue("enabled"),
            Groups = groups,
            Reason = reason,
        };
    }

    private static string StateOf(PreparedRun run, Side side, Item item, ItemPair? pair, PairFinding? finding)
    {
        var state = pair?.State ?? finding?.State ?? (side == run.Context.Source ? PairState.MissingOnTarget : PairState.OrphanOnTarget);
        return state is PairState.MissingOnTarget or PairState.OrphanOnTarget && Protection.WhyUnseen(run.Context.Input, side, item) is not null ? Unknown : state.ToString();
    }

    private static string NameOf(Core.Planning.PlanningInput input, ItemKey recorder) => (input.Primary.Find(recorder) ?? input.Secondary.Find(recorder))?.Name ?? recorder.Id;

    private static string Storage(Core.Planning.PlanningInput input, Side side, IReadOnlyList<RecorderLink> links, Item storage)
        => side == Side.Primary && links.Count > 0 && links[0].SecondaryStorageFor(storage.Key) is { } target
            ? $"{storage.Name} -> {input.Secondary.Find(target)?.Name ?? target.Id}"
            : storage.Name;
}

using RMF.Core.Inventory;
using RMF.Core.Words;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;

namespace RMF.XProtect.Reading;

/// <summary>Reads the kinds that cost one request for each device, and what comes with them.</summary>
internal sealed class PartStage(SiteSession session, SnapshotRequest request, IReadOnlyDictionary<ItemKind, KindReading> readings, Action<int, int> report)
{
    private readonly Dictionary<ItemKey, Item> hardware = readings.TryGetValue(ItemKind.Hardware, out var read) ? Index(read.Items) : [];

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var first = new List<PartJob>();
        var rest = new List<PartJob>();
        foreach (var reading in readings.Values.Where(static r => !r.IsSkipped && r.Binding.Way == ReadWay.PerItem))
        {
            var owners = BulkStage.OwnersOf(reading, readings).Where(o => MayHave(o, reading.Binding)).ToList();
            var chosen = ChooseFrom(owners);
            LeaveOut(reading, owners, chosen);
            Enqueue(reading, chosen is null ? owners : owners.FindAll(o => chosen.Contains(o.Key)), first, rest);
        }

        // One device of each model asks for the definitions; the others must find them there.
        var runner = new PartRunner(session, HandlerMaker.ConnectionsOf(session.Connection), report);
        var total = first.Count + rest.Count;
        await runner.RunAsync(first, 0, total, cancellationToken).ConfigureAwait(false);
        await runner.RunAsync(rest, first.Count, total, cancellationToken).ConfigureAwait(false);
        foreach (var reading in readings.Values)
        {
            if (!reading.IsSkipped && session.Refused.TryGetValue(reading.Binding.Kind, out var refusal))
            {
                reading.Skip(refusal);
            }
        }

        Derive();
    }

    /// <summary>Releases before 2025 R1 do not say which cameras move: there all are asked.</summary>
    private static bool MayHave(Item owner, Binding binding)
        => !binding.IsOfMovingCameras || !string.Equals(owner.Properties.TextOf("ptzEnabled"), "false", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<ItemKey, Item> Index(List<Item> items)
    {
        var index = new Dictionary<ItemKey, Item>(items.Count);
        foreach (var item in items)
        {
            index[item.Key] = item;
        }

        return index;
    }

    private HashSet<ItemKey>? ChooseFrom(List<Item> owners) => FastSelection.Choose(owners, hardware, request);

    private void LeaveOut(KindReading reading, List<Item> owners, HashSet<ItemKey>? chosen)
    {
        if (chosen is null || chosen.Count == owners.Count)
        {
            return;
        }

        var since = request.Previous!.PartOf(reading.Binding.Kind).TakenAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var reason = $"unknown since {since}: not in this fast reading";
        foreach (var owner in owners)
        {
            if (!chosen.Contains(owner.Key))
            {
                reading.Unread[owner.Key.Id] = reason;
            }
        }

        var left = $"fast reading: {chosen.Count} of {owners.Count} read";
        if (chosen.Count == 0)
        {
            reading.Skip(left);
        }
        else
        {
            reading.Doubt(left);
        }
    }

    private void Enqueue(KindReading reading, List<Item> owners, List<PartJob> first, List<PartJob> rest)
    {
        if (reading.IsSkipped)
        {
            return;
        }

        var asked = new HashSet<DefinitionCache.Model>();
        foreach (var owner in owners)
        {
            var leads = false;
            if (reading.Binding.HasDefinitions && owner.Parent is { } parent && hardware.TryGetValue(parent, out var device))
            {
                var model = session.Definitions.Assign(owner, device);
                leads = !session.Definitions.Has(model) && asked.Add(model);
            }

            (leads ? first : rest).Add(new PartJob(reading, owner, leads) { Recorder = RecorderOf(owner) });
        }
    }

    private ItemKey? RecorderOf(Item owner)
        => owner.Key.Kind == ItemKind.Hardware ? owner.Parent : owner.Parent is { } parent && hardware.TryGetValue(parent, out var device) ? device.Parent : null;

    private void Derive()
    {
        foreach (var reading in readings.Values.Where(static r => r.Binding.Way == ReadWay.Derived))
        {
            var source = readings[reading.Binding.DerivedFrom!.Value];
            foreach (var item in source.Items)
            {
                reading.Items.AddRange(DeviceStreams.Of(item, session.Parsing.Shapes));
            }

            foreach (var missing in source.Unread)
            {
                reading.Unread[missing.Key] = missing.Value;
            }

            if (source.IsSkipped)
            {
                reading.Skip(source.Reason!);
            }
            else if (source.Reason is { } reason)
            {
                reading.Doubt(reason);
            }
            else if (source.Unread.Count > 0)
            {
                reading.Doubt($"the {source.Binding.Resource} of {Counted.Of(source.Unread.Count, "device")} could not be read");
            }
        }
    }
}

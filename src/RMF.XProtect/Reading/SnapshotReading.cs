using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Reading;

/// <summary>One snapshot, from the request to the result. Used once.</summary>
internal sealed class SnapshotReading(SiteSession session, SiteInfo info, SnapshotRequest request, IProgress<ReadProgress>? progress)
{
    private readonly Dictionary<ItemKind, KindReading> readings = [];

    public async Task<Outcome<SiteSnapshot>> RunAsync(CancellationToken cancellationToken)
    {
        var began = session.Time.GetUtcNow();
        session.RoleScope = request.Roles;
        foreach (var kind in NeededKinds.Of(request.Kinds, request.Recorders.Count > 0))
        {
            var reading = new KindReading(BindingTable.Find(kind)!, began);
            if (session.Refused.TryGetValue(kind, out var refusal))
            {
                reading.Skip(refusal);
            }

            readings[kind] = reading;
        }

        await new BulkStage(session, RecorderScope.Of(request.Recorders), (what, count) => Report(what, count, 0)).ReadAsync(readings, cancellationToken).ConfigureAwait(false);
        if (Failure() is { } failure)
        {
            return failure;
        }

        RemoveRepeats();
        RecorderScope.Apply(readings, request.Recorders);
        await new PartStage(session, request, readings, (done, total) => Report("device parts", done, total)).ReadAsync(cancellationToken).ConfigureAwait(false);
        return Assemble(began);
    }

    /// <summary>The reason to give up as a whole: nothing came, or the recording servers that the scope is told by did not.</summary>
    private SiteError? Failure()
    {
        if (request.Recorders.Count > 0 && readings.TryGetValue(ItemKind.RecordingServer, out var recorders) && recorders is { Items.Count: 0, Error: { } scope })
        {
            return scope;
        }

        var asked = readings.Values.Where(static r => !r.IsSkipped && r.Binding.Way is ReadWay.Bulk or ReadWay.Groups or ReadWay.Roles).ToList();
        return asked.Count > 0 && asked.TrueForAll(static r => r is { Items.Count: 0, Error: not null }) ? asked[0].Error : null;
    }

    /// <summary>A server that lists an object twice must not break the snapshot.</summary>
    private void RemoveRepeats()
    {
        foreach (var reading in readings.Values)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            reading.Items.RemoveAll(i => !seen.Add(i.Key.Id));
        }
    }

    private SiteSnapshot Assemble(DateTimeOffset began)
    {
        var items = new List<Item>();
        var parts = new List<SnapshotPart>();
        foreach (var kind in request.Kinds.Distinct())
        {
            if (readings.TryGetValue(kind, out var reading))
            {
                items.AddRange(reading.Items);
                parts.Add(reading.ToPart());
            }
            else
            {
                parts.Add(SnapshotPart.NotRead(kind, began, "this adapter has no binding for it"));
            }
        }

        return new SiteSnapshot(session.Site, info.Version, began, items, parts);
    }

    private void Report(string activity, int done, int total) => progress?.Report(new ReadProgress(session.Site, activity, done, total));
}

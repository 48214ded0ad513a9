using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Reading;

/// <summary>
/// Keeps what hangs on the recording servers in scope; bulk reads return the others' too. The recording servers themselves and their storages
/// stay, all of them: a wrong name in a policy is explained by the names that are there.
/// </summary>
internal static class RecorderScope
{
    /// <summary>True for recording servers in scope and for everything that is none.</summary>
    public static Func<Item, bool> Of(IReadOnlyCollection<string> recorders)
    {
        var wanted = new HashSet<string>(recorders.Select(static r => r.Trim('{', '}')), StringComparer.OrdinalIgnoreCase);
        return i => wanted.Count == 0 || i.Key.Kind != ItemKind.RecordingServer || wanted.Contains(i.Name) || wanted.Contains(i.Key.Id);
    }

    public static void Apply(IReadOnlyDictionary<ItemKind, KindReading> readings, IReadOnlyCollection<string> recorders)
    {
        if (recorders.Count == 0 || !readings.TryGetValue(ItemKind.RecordingServer, out var servers))
        {
            return;
        }

        var inScope = new HashSet<ItemKey>(servers.Items.Where(Of(recorders)).Select(static i => i.Key));
        foreach (var reading in readings.Values.Where(static r => HangsOnRecorder(r.Binding) && r.Binding.Kind != ItemKind.Storage).OrderBy(static r => NeededKinds.DepthOf(r.Binding)))
        {
            reading.Items = reading.Items.FindAll(i => i.Parent is { } parent && inScope.Contains(parent));
            inScope.UnionWith(reading.Items.Select(static i => i.Key));
            foreach (var owner in reading.Binding.Owners)
            {
                if (readings.TryGetValue(owner, out var above) && !above.IsWhole)
                {
                    reading.Doubt($"{above.Binding.Resource} were not read whole, so it is not known what hangs on them: {above.Reason}");
                }
            }
        }
    }

    /// <summary>Views hang on view groups and those on nothing: they belong to the site.</summary>
    private static bool HangsOnRecorder(Binding binding)
        => binding.Owners.Any(static o => o == ItemKind.RecordingServer || (BindingTable.Find(o) is { } owner && HangsOnRecorder(owner)));
}

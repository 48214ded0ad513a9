using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Properties;

/// <summary>
/// Compares two sides in the plainest way, with nothing of the planner but the kind table's rows and normalisers: what the planner does not see
/// it cannot miss here. Gives the differences by kind, primary id and path.
/// </summary>
internal sealed class Sameness(SyncWorld world, PlanningOptions options)
{
    private readonly PlanningInput input = world.Input(options);

    public IEnumerable<(ItemKind Kind, string Id, string Path)> Differences()
        => KindTable.All.SelectMany(k => input.Pairs.OfKind(k.Kind))
            .Where(p => p.State == RMF.Core.Pairing.PairState.Paired)
            .SelectMany(p => KindTable.Of(p.Kind).Parts.Prepend(p.Kind).SelectMany(kind => Differences(input.Primary.Find(p.Primary.Key.Part(kind)), input.Secondary.Find(p.Secondary.Key.Part(kind)))));

    private IEnumerable<(ItemKind Kind, string Id, string Path)> Differences(Item? primary, Item? secondary)
    {
        if (primary is null || secondary is null)
        {
            yield break;
        }

        var left = Values(primary, Side.Primary);
        var right = Values(secondary, Side.Secondary);
        foreach (var (path, value) in left)
        {
            // A camera none of whose presets is chosen tells no choice.
            var isSame = right.TryGetValue(path, out var other) ? other == value : value == "false" && path.EndsWith(".defaultPreset", StringComparison.Ordinal);
            if (!isSame)
            {
                yield return (primary.Key.Kind, primary.Key.Id, path);
            }
        }
    }

    private Dictionary<string, string> Values(Item item, Side side)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in KindTable.Of(item.Key.Kind).Properties.Where(r => r.Category != SyncCategory.Lifecycle))
        {
            switch (item.Properties[row.Name])
            {
                case null:
                    break;
                case GroupValue group:
                    Open(row, row.Name + ".", group, values);
                    break;
                case ListValue list:
                    foreach (var entry in list.Items.Cast<GroupValue>())
                    {
                        Entry(row, entry, side, values);
                    }

                    break;
                case var value:
                    values[row.Name] = Text(row, value, side);
                    break;
            }
        }

        return values;
    }

    private void Entry(PropertyDescriptor row, GroupValue entry, Side side, Dictionary<string, string> values)
    {
        var key = entry.Members[row.ListKey!] is Reference stream ? input.View(side).Find(stream.Target)!.Name : entry.Members.TextOf(row.ListKey!)!;
        var prefix = $"{row.Name}[{key.Replace("\\", "\\\\").Replace("]", "\\]")}].";
        foreach (var member in row.Members.Where(m => entry.Members[m.Name] is not null))
        {
            values[prefix + member.Name] = Text(member, entry.Members[member.Name]!, side);
        }

        if (row.HasOpenMembers)
        {
            Open(row, prefix, entry, values);
        }
    }

    private static void Open(PropertyDescriptor row, string prefix, GroupValue group, Dictionary<string, string> values)
    {
        foreach (var member in group.Members.Where(m => !row.IgnoredMembers.Contains(m.Key)))
        {
            values[prefix + member.Key] = Normalisers.Open.Apply(member.Value).ToString()!;
        }
    }

    private string Text(PropertyDescriptor row, PropertyValue value, Side side) => value switch
    {
        Reference { Target.Kind: ItemKind.Storage } storage when side == Side.Primary => SecondaryStorage(storage.Target),
        Reference { Target.Kind: ItemKind.DeviceStream } stream => input.View(side).Find(stream.Target)!.Name,
        Reference reference => reference.Target.Id,
        _ when row.IsName && side == Side.Primary => options.Naming.ToSecondary(((Scalar)value).Value),
        _ => row.Normaliser.Apply(value).ToString()!,
    };

    private string SecondaryStorage(ItemKey storage)
        => input.Topology.LinkOfPrimary(input.Primary.RecorderOf(storage)!.Key)!.SecondaryStorageFor(storage)!.Value.Id;
}

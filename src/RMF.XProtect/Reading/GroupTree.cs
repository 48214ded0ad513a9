using RMF.Core.Inventory;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>
/// Reads groups in groups: one bulk request names members and sub-groups, and where an answer leaves them out they are asked for group by group.
/// The API declares no flag for disabled members here, so a server may leave those out.
/// </summary>
internal sealed class GroupTree(SiteSession session, CollectionReader collections, Binding binding)
{
    /// <summary>Deeper nesting is taken for a loop of the server.</summary>
    private const int MaxDepth = 32;

    private readonly Binding memberBinding = BindingTable.Find(binding.Members!.Value)!;
    private readonly Dictionary<string, (ParsedItem Group, string? Parent)> groups = new(StringComparer.Ordinal);

    public async Task ReadAsync(KindReading reading, Action<int>? onProgress, CancellationToken cancellationToken)
    {
        var top = await collections.ReadItemsAsync(binding, binding.Resource, () => new Query().Include([memberBinding.Resource, binding.Resource]), onProgress, cancellationToken).ConfigureAwait(false);
        Note(reading, top);
        await AddAsync(reading, top.Items, null, 0, cancellationToken).ConfigureAwait(false);
        foreach (var (group, parent) in groups.Values)
        {
            reading.Items.Add(Finish(group, parent));
        }
    }

    private static void Note<T>(KindReading reading, Collected<T> collected)
    {
        if (collected.Error is { } error)
        {
            reading.Miss(error);
        }
        else if (collected.Doubt is { } doubt)
        {
            reading.Doubt(doubt);
        }
    }

    private async Task AddAsync(KindReading reading, List<ParsedItem> found, string? parent, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
        {
            reading.Doubt($"groups are nested deeper than {MaxDepth}");
            return;
        }

        foreach (var parsed in found)
        {
            var group = parsed;
            var id = group.Item.Key.Id;
            var above = parent ?? (group.Item.Parent is { } told && told.Kind == binding.Kind && told.Id != id ? told.Id : null);
            if (groups.TryGetValue(id, out var known))
            {
                // A server may list a nested group at the top too; the nesting knows more.
                groups[id] = (known.Group, known.Parent ?? above);
                continue;
            }

            groups[id] = (group, above);
            if (group.Members is null)
            {
                var members = await collections.ReadIdsAsync($"{binding.Resource}/{id}/{memberBinding.Resource}", static () => new Query(), cancellationToken).ConfigureAwait(false);
                Note(reading, members);
                groups[id] = (group = group with { Members = members.Items }, above);
            }

            var below = group.Groups;
            if (below is null)
            {
                var asked = await collections.ReadItemsAsync(binding, $"{binding.Resource}/{id}/{binding.Resource}", static () => new Query(), null, cancellationToken).ConfigureAwait(false);
                Note(reading, asked);
                below = asked.Items;
            }

            await AddAsync(reading, below, id, depth + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private Item Finish(ParsedItem group, string? parent)
    {
        var members = group.Members is not { Count: > 0 } ids
            ? ListValue.Empty
            : new ListValue([.. ids.Select(id => (PropertyValue)new Reference(new ItemKey(session.Site, memberBinding.Kind, id)))]);
        var item = group.Item;
        return item with
        {
            Parent = parent is null ? null : new ItemKey(session.Site, binding.Kind, parent),
            Properties = item.Properties.With("members", members).With("path", Scalar.Text(PathOf(group, parent))),
        };
    }

    private string PathOf(ParsedItem group, string? parent)
    {
        var names = new List<string> { group.Item.Name };
        for (var depth = 0; parent is not null && depth < MaxDepth && groups.TryGetValue(parent, out var above); depth++)
        {
            names.Add(above.Group.Item.Name);
            parent = above.Parent;
        }

        names.Reverse();
        return "/" + string.Join("/", names);
    }
}

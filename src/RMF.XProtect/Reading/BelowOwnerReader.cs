using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads what hangs below a device as one part of it: a list of named objects, or the one object there is. Thread-safe.</summary>
internal sealed class BelowOwnerReader(SiteSession session)
{
    private static readonly Binding Presets = BindingTable.Find(ItemKind.PtzPresets)!;

    private readonly CollectionReader collections = new(session);

    /// <returns>The part, with the owner's id; null when the owner does not exist or has none.</returns>
    public async Task<Outcome<Item?>> ReadAsync(Binding binding, ItemKey owner, CancellationToken cancellationToken)
    {
        var read = await ReadObjectsAsync(binding, owner, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var found))
        {
            return read.Error!.Kind == SiteErrorKind.NotFound && !session.NoteUnknownResource(binding.Kind, read.Error) ? (Item?)null : read.Error;
        }

        if (binding.EntriesAs is not { } list)
        {
            return found.Count == 0 ? (Item?)null : PartOf(owner, binding.Kind, Shape(binding, found[0].Properties));
        }

        switch (binding.Kind)
        {
            case ItemKind.PtzPresets:
                return PartOf(owner, binding.Kind, CameraLists.OfPresets(list, found));
            case ItemKind.PatrollingProfiles when found.Count > 0:
                var presets = await ReadObjectsAsync(Presets, owner, cancellationToken).ConfigureAwait(false);
                return presets.TryGet(out var named) ? PartOf(owner, binding.Kind, CameraLists.OfProfiles(list, found, CameraLists.NamesById(named))) : presets.Error!;
            default:
                return PartOf(owner, binding.Kind, CameraLists.OfProfiles(list, found, CameraLists.NamesById([])));
        }
    }

    /// <summary>The objects of a device's own collection, as the server gives them.</summary>
    public async Task<Outcome<List<Item>>> ReadObjectsAsync(Binding binding, ItemKey owner, CancellationToken cancellationToken)
    {
        var path = $"{BindingTable.Find(owner.Kind)!.Resource}/{owner.Id}/{binding.Resource}";
        var collected = await collections.ReadItemsAsync(binding, path, static () => new Query(), null, cancellationToken).ConfigureAwait(false);
        if (collected.Error is { } error)
        {
            return error;
        }

        return collected.Doubt is { } doubt
            ? session.Errors.Make(SiteErrorKind.UnexpectedAnswer, $"GET {path}", $"{session.Site}: {path} was not read whole: {doubt}")
            : collected.Items.ConvertAll(static p => p.Item);
    }

    private static PropertyBag Shape(Binding binding, PropertyBag properties)
    {
        if (binding.MembersAs is { } group)
        {
            return new PropertyBagBuilder().Set(group, new GroupValue(properties)).Build();
        }

        return binding.NumberedList is { } numbered && properties[numbered] is ListValue { Items: var entries }
            ? properties.With(numbered, new ListValue([.. entries.Select(static (e, i) => e is GroupValue entry ? new GroupValue(entry.Members.With("number", Scalar.Number(i + 1))) : e)]))
            : properties;
    }

    private static Item PartOf(ItemKey owner, ItemKind kind, PropertyBag properties)
        => new(owner.Part(kind), owner, properties.TextOf("displayName") ?? string.Empty, properties);
}

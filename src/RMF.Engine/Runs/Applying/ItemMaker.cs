using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Applying;

/// <summary>Makes what belongs to a site and is planned as a creation: device groups, roles and shared views. Thread-safe.</summary>
internal sealed class ItemMaker(SyncContext context, TargetItems items)
{
    public async Task<WriteResult> MakeAsync(Change change, CancellationToken cancellationToken)
    {
        var source = context.Input.View(context.Source).Find(change.Source!.Value);
        if (source is null)
        {
            return Failed(change, "it is gone from the source");
        }

        ItemKey? parent = null;
        if (source.Parent is { } above)
        {
            parent = context.Input.Pairs.Find(context.Source, above)?.On(context.Target).Key ?? items.MadeOf(above);
            if (parent is null)
            {
                return Failed(change, "what it stands below is not on the target");
            }
        }

        var properties = new PropertyBagBuilder();
        foreach (var value in change.Properties.Where(p => p.After is not null))
        {
            properties.Set(PropertyPath.Parse(value.Path).Property, value.After!);
        }

        var creation = new ItemCreation(change.Kind, parent, properties.Build());
        var result = await context.Sites[change.Site].Writer.CreateAsync(creation, cancellationToken).ConfigureAwait(false);
        if (result is { Status: WriteStatus.Confirmed, Key: { } key })
        {
            // Its lists begin empty; what it really holds is read back with all else.
            var bag = source.Properties["path"] is { } path ? creation.Properties.With("path", path) : creation.Properties;
            bag = KindTable.Of(key.Kind).Properties.Where(p => p.Type == PropertyType.KeyedList).Aggregate(bag, static (all, list) => all.With(list.Name, ListValue.Empty));
            var made = new Item(key, parent, source.Name, bag);
            items.PutCreated(change.Id, [made, .. KindTable.Of(key.Kind).Parts.Select(part => new Item(key.Part(part), key, string.Empty, PropertyBag.Empty))]);
        }

        return result;
    }

    private static WriteResult Failed(Change change, string why)
        => new(WriteStatus.Failed, new SiteError(SiteErrorKind.BadRequest, change.Site, "create " + change.Address, $"{change.Address} was not made: {why}.", "Make a new plan."));
}

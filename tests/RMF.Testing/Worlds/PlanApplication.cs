using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;

namespace RMF.Testing.Worlds;

/// <summary>
/// Carries a plan out on items in memory, through <see cref="ItemEditor"/>, as a server that takes everything would. New hardware arrives the way
/// servers make it: disabled, with the device's own settings at the driver's values, on the default storage, one stream in use.
/// </summary>
internal sealed class PlanApplication
{
    private readonly SyncWorld world;
    private readonly PlanningOptions options;
    private readonly Side target;

    public PlanApplication(SyncWorld world, PlanningOptions options)
    {
        this.world = world;
        this.options = options;
        target = options.Direction.Target();
    }

    public SyncWorld Apply(PlanDraft plan)
    {
        var created = new Dictionary<ItemKey, ItemKey>();
        var arrived = plan.Changes.Where(c => c.Action == ChangeAction.Create).SelectMany(c => new Arrival(world, options, c, created).Items()).ToList();
        var after = world.With(target, world.Site(target).With(arrived));
        var input = after.Input(options);
        var reader = new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, options.Categories, new PathPool());
        var editor = new ItemEditor(reader, target);
        var items = new Dictionary<ItemKey, Item>();
        foreach (var change in plan.Changes.Where(c => c.Action == ChangeAction.Update))
        {
            if ((change.Target ?? (created.TryGetValue(change.Source!.Value, out var made) ? made : null)) is not { } key)
            {
                throw new InvalidOperationException($"Nothing made the item of {change.Id}.");
            }

            var current = items.TryGetValue(key, out var edited) ? edited : input.View(target).Find(key) ?? throw new InvalidOperationException($"{change.Id} writes {key}, which does not exist.");
            var values = change.Properties.Select(p => new KeyValuePair<PropertyPath, PropertyValue?>(PropertyPath.Parse(p.Path), Resolve(p.After, current, input.View(target)))).ToList();
            if (change.Target is null)
            {
                values.AddRange(editor.EntriesToDrop(current, values.ConvertAll(v => v.Key)));
            }

            var next = editor.Apply(current, values);
            items[key] = next with { Name = next.Properties.TextOf("name") ?? next.Name };
        }

        return after.With(target, after.Site(target).With(items.Values));
    }

    private static PropertyValue? Resolve(PropertyValue? value, Item holder, SideView view)
        => value is NamedReference { Kind: ItemKind.DeviceStream } named
            ? new Reference(view.ChildrenOf(new ItemKey(holder.Key.Site, ItemKind.Camera, holder.Key.Id), ItemKind.DeviceStream).Single(s => s.Name == named.Name).Key)
            : value;

    /// <summary>What a server makes of one added device.</summary>
    private sealed class Arrival(SyncWorld world, PlanningOptions options, Change create, Dictionary<ItemKey, ItemKey> created)
    {
        private readonly SiteSnapshot source = world.Site(options.Direction.Source());
        private readonly SiteSnapshot target = world.Site(options.Direction.Target());

        public IEnumerable<Item> Items()
        {
            var hardware = source.Find(create.Source!.Value)!;
            var properties = create.Properties.Aggregate(PropertyBag.Empty, (bag, p) => bag.With(p.Path, p.After is NamedReference driver ? Driver(driver) : p.After!));
            properties = hardware.Properties.Aggregate(properties, (bag, p) => bag.TryGet(p.Key, out _) ? bag : bag.With(p.Key, Default(p.Key, p.Value)));
            yield return new Item(New(hardware.Key), create.TargetRecorder, "factory", properties);
            foreach (var item in source.Items.Where(i => IsUnder(i, hardware.Key)))
            {
                var bag = item.Key.Kind == ItemKind.HardwareDriverSettings
                    ? item.Properties
                    : item.Properties.Aggregate(PropertyBag.Empty, (b, p) => b.With(p.Key, Default(p.Key, p.Value)));
                yield return new Item(New(item.Key), New(item.Parent!.Value), item.Key.Kind == ItemKind.DeviceStream ? item.Name : "factory", bag);
            }
        }

        private bool IsUnder(Item item, ItemKey hardware)
        {
            var parent = item.Parent;
            for (var depth = 0; depth < 4 && parent is { } key; depth++)
            {
                if (key == hardware)
                {
                    return true;
                }

                parent = source.Find(key)?.Parent;
            }

            return false;
        }

        private ItemKey New(ItemKey key)
        {
            var made = new ItemKey(target.Site, key.Kind, "new-" + key.Id);
            created[key] = made;
            return made;
        }

        private Reference Driver(NamedReference driver)
            => new(target.OfKind(ItemKind.HardwareDriver).First(d => d.Parent == create.TargetRecorder && d.Properties.TextOf("number") == driver.Name).Key);

        private PropertyValue Default(string name, PropertyValue value) => value switch
        {
            Reference { Target.Kind: ItemKind.Storage } => new Reference(target.OfKind(ItemKind.Storage).First(s => s.Parent == create.TargetRecorder && s.Properties.IsTrue("isDefault")).Key),
            Reference reference => new Reference(New(reference.Target)),
            GroupValue group => new GroupValue(group.Members.Aggregate(PropertyBag.Empty, (b, p) => b.With(p.Key, Default(p.Key, p.Value)))),
            // A server makes no presets and no rounds by itself.
            ListValue when name is "ptzPresets" or "patrollingProfiles" => ListValue.Empty,
            ListValue list => new ListValue([.. (IsUses(list) ? list.Items.Take(1) : list.Items).Select(i => Default(name, i))]),
            _ when name is "channel" or "displayName" => value,
            _ when name == "enabled" => Scalar.False,
            _ => Scalar.Text("factory"),
        };

        private static bool IsUses(ListValue list) => list.Items.OfType<GroupValue>().Any(g => g.Members["displayName"] is Scalar { Value: "Stream" });
    }
}

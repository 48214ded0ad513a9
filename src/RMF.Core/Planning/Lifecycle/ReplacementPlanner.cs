using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning.Lifecycle;

/// <summary>
/// Plans that the target follows when another device stands behind the source's hardware: a new address alone is written, another device or
/// driver is put in place by the server's task. Only of a pair that is remembered, never at first sight.
/// </summary>
internal sealed class ReplacementPlanner
{
    /// <summary>The member of a replacement that lets the server delete disabled devices which the new device lacks.</summary>
    public const string AllowDeleting = "allowDeletingDisabledDevices";

    private readonly PlanningInput input;
    private readonly PlanningOptions options;
    private readonly Side source;
    private readonly Side target;
    private readonly LeafReader lifecycle;

    public ReplacementPlanner(PlanningInput input, PlanningOptions options)
    {
        this.input = input;
        this.options = options;
        source = options.Direction.Source();
        target = options.Direction.Target();
        lifecycle = new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, [SyncCategory.Lifecycle], new PathPool());
    }

    /// <summary>The replacement with what must be done before it, or one change that says why not.</summary>
    public IReadOnlyList<Change> Plan(ItemPair pair, Item recorder, Change template)
    {
        var remembered = input.Memory.Find(pair);
        var sharesAddress = remembered is null || SameAddress(remembered.PrimaryIdentity, remembered.SecondaryIdentity);
        var surplus = pair.IsAddressAlone ? [] : Surplus(pair);
        if (WhyNot(pair, recorder, remembered, sharesAddress, surplus) is { } why)
        {
            return
            [
                template with
                {
                    Id = template.Address + "#replaced",
                    Action = ChangeAction.Unsupported,
                    Detail = $"another device answers now ({pair.By}); {why}; its configuration is not compared until it is replaced on the target as well",
                },
            ];
        }

        var room = surplus.Where(d => d.Properties.IsTrue("enabled")).Select(d => Disable(d, template)).ToList();
        var values = Values(pair, sharesAddress);
        if (surplus.Count > 0)
        {
            values.Add(new ChangedProperty(AllowDeleting, null, Scalar.True, ChangeReason.DeviceReplaced));
        }

        var replace = template with
        {
            Id = template.Address + "#replace",
            Action = ChangeAction.Replace,
            Method = pair.IsAddressAlone ? WriteMethod.Patch : WriteMethod.Task,
            Properties = values,
            DependsOn = room.ConvertAll(c => c.Id),
            Detail = pair.By,
        };
        return [.. room, replace];
    }

    /// <summary>Why a recording server cannot run a device; null when it can, or nobody knows.</summary>
    public string? WhyNoDriver(Item hardware, Item recorder)
        => lifecycle.Read(hardware, source).Select(l => l.Canonical).OfType<NamedReference>().FirstOrDefault() is { } driver
            && input.View(target).PartOf(recorder.Key.Part(ItemKind.HardwareDriver)).State == PartState.Whole
            && !input.View(target).ChildrenOf(recorder.Key, ItemKind.HardwareDriver).Any(d => string.Equals(d.Properties.TextOf("number"), driver.Name, StringComparison.Ordinal))
            ? $"recording server '{recorder.Name}' has no driver with number {driver.Name}; install the same device pack there"
            : null;

    private string? WhyNot(ItemPair pair, Item recorder, RememberedPair? remembered, bool sharesAddress, IReadOnlyList<Item> surplus)
    {
        if (!options.Lifecycle.Replace)
        {
            return "lifecycle.replace is off in the policy";
        }

        if (remembered is null && !HasLostItsSource(pair.On(target)))
        {
            return "the two were never one pair, and nothing is replaced at first sight";
        }

        if (pair.IsAddressAlone && !sharesAddress)
        {
            return "the two sides reach it by addresses of their own, so the new one is not known here";
        }

        if (pair.IsAddressAlone && options.Conflicts != ConflictRule.SourceWins && remembered is not null
            && Replacement.HasNewAddressOnBoth(HardwareIdentity.Of(pair.Primary, input.Primary), HardwareIdentity.Of(pair.Secondary, input.Secondary), remembered))
        {
            return "both sides changed its address since they agreed, each to another one; give both the same, or let the source win by 'conflicts: sourceWins'";
        }

        return surplus.FirstOrDefault(d => d.Key.Kind == ItemKind.Camera && !options.Managed.CoversCamera(d, input.View(target))) is { } foreign
            ? $"the new device lacks the channel of '{foreign.Name}', which the policy does not manage"
            : WhyNoDriver(pair.On(source), recorder);
    }

    /// <summary>True when the target's item was ours and the source deleted its twin: a new object at the same address takes its place.</summary>
    private bool HasLostItsSource(Item item)
        => input.Memory.Find(target, item.Key) is { Ownership: not Ownership.None } known && input.Gone.Contains(known.On(source));

    /// <summary>Target devices on channels that the source's device has not, where that is known.</summary>
    private List<Item> Surplus(ItemPair pair)
    {
        var result = new List<Item>();
        foreach (var kind in KindTable.DeviceKinds)
        {
            if (input.View(source).PartOf(pair.On(source).Key.Part(kind)).State == PartState.Whole)
            {
                var channels = new HashSet<string?>(input.View(source).ChildrenOf(pair.On(source).Key, kind).Select(d => d.Properties.TextOf("channel")), StringComparer.Ordinal);
                result.AddRange(input.View(target).ChildrenOf(pair.On(target).Key, kind).Where(d => !channels.Contains(d.Properties.TextOf("channel"))));
            }
        }

        return result;
    }

    private static Change Disable(Item device, Change template)
    {
        var address = AddressBook.Device(template.Address, device);
        return template with
        {
            Id = address + "#disable",
            Address = address,
            Kind = device.Key.Kind,
            Name = device.Name,
            Action = ChangeAction.Update,
            Source = template.Source,
            Target = device.Key,
            Method = WriteMethod.Patch,
            Properties = [new ChangedProperty("enabled", device.Properties["enabled"], Scalar.False, ChangeReason.DeviceReplaced)],
            Detail = "the new device does not have this channel; the server takes away disabled devices alone",
        };
    }

    private List<ChangedProperty> Values(ItemPair pair, bool sharesAddress)
    {
        var theirs = lifecycle.Read(pair.On(target), target).ToDictionary(l => l.Path.Text, StringComparer.Ordinal);
        var result = new List<ChangedProperty>();
        foreach (var ours in lifecycle.Read(pair.On(source), source))
        {
            theirs.TryGetValue(ours.Path.Text, out var held);
            var isDriver = ours.Raw is Reference;
            var isAddress = string.Equals(ours.Path.Text, "address", StringComparison.Ordinal);
            var wanted = isDriver
                ? !pair.IsAddressAlone && ours.Canonical is not null && !ours.Canonical.Equals(held.Canonical)
                : isAddress && sharesAddress && DeviceAddress.Parse(ours.Raw.ToString()) != DeviceAddress.Parse(held.Raw?.ToString());
            if (wanted)
            {
                result.Add(new ChangedProperty(ours.Path.Text, held.Raw, isDriver ? ours.Canonical : ours.Raw, ChangeReason.DeviceReplaced));
            }
        }

        return result;
    }

    private static bool SameAddress(HardwareIdentity? a, HardwareIdentity? b) => a?.Address is null || b?.Address is null || a.Address == b.Address;
}

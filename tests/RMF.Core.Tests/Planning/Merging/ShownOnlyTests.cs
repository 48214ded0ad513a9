using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>What XProtect shows and does not let be set is reported, whoever changed it, and never written.</summary>
public sealed class ShownOnlyTests
{
    private const string Advice = "XProtect's REST interface shows it and has no request that sets it; set it in the Management Client";

    private static readonly PlanningOptions Options = SyncWorld.Backup with { Categories = [SyncCategory.HardwareDriver] };

    [Fact]
    public void A_change_of_the_source_and_a_conflict_are_one_report_by_name()
    {
        var agreed = World(("httpSPort", "443"), ("httpSEnabled", "No")).Remember(Options);
        var world = Set(Set(agreed, Side.Primary, "httpSEnabled", "Yes"), Side.Primary, "httpSPort", "444");
        world = Set(world, Side.Secondary, "httpSPort", "445");
        var change = Assert.Single(world.Plan(Options).Changes);
        Assert.Equal((ChangeAction.Unsupported, ChangeReason.NotSupportedByTarget, WriteMethod.None), (change.Action, change.Reason, change.Method));
        Assert.Equal(
            [$"httpSEnabled: No -> Yes, NotSupportedByTarget, {Advice}", $"httpSPort: 445 -> 444, NotSupportedByTarget, {Advice}"],
            change.Properties.Select(p => $"{p.Path}: {p.Before} -> {p.After}, {p.Reason}, {p.Detail}"));
    }

    private static SyncWorld Set(SyncWorld world, Side side, string property, string value) => world.Set(side, ItemKind.HardwareDriverSettings, "Box", property, value);

    private static SyncWorld World(params (string Property, string Value)[] values)
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Named("Box").Mac("00408C000001")), r => r.Hardware("10.0.0.1", h => h.Named("Box").Mac("00408C000001")));
        return values.Aggregate(world, (w, v) => Set(Set(w, Side.Primary, v.Property, v.Value), Side.Secondary, v.Property, v.Value));
    }
}

using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Kinds;
using RMF.Simulation.Tests.Lab;

namespace RMF.Simulation.Tests;

/// <summary>Each kind and each of its properties: a drift is found by name, repaired over real requests, and gone from the next plan.</summary>
[Trait("Proof", "kinds")]
public sealed class KindTests
{
    private const string Everything = "synchronize: { hardware: { ptzPorts: true }, cameras: { streamSelection: true, fisheye: true, events: true, clientSettings: true, customProperties: true } }";

    public static TheoryData<ItemKind, SyncCategory> Categories()
    {
        var data = new TheoryData<ItemKind, SyncCategory>();
        foreach (var group in KindCases.All.GroupBy(c => (c.Kind, Row(c).Category)))
        {
            data.Add(group.Key.Kind, group.Key.Category);
        }

        return data;
    }

    [Fact]
    public void Every_property_that_is_kept_equal_has_a_case()
        => Assert.Equal(
            KindTable.All.Where(k => k.Stage < SyncStage.Group).SelectMany(k => k.Properties.Where(p => p.Category is not (SyncCategory.None or SyncCategory.Lifecycle)).SelectMany(p => NamesOf(p).Select(n => $"{k.Kind} {n}"))).Order(StringComparer.Ordinal),
            KindCases.All.Select(c => c.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task A_drift_is_found_and_repaired(ItemKind kind, SyncCategory category)
    {
        await using var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d, Everything));
        var first = await duo.SyncAsync();
        Assert.True(first.Result == RunResultCode.InWantedState, Duo.Describe(first));
        if (kind == ItemKind.CustomProperties)
        {
            // No device comes with them: somebody gives both sides the same.
            Assert.All([duo.Primary, duo.Secondary], s => s.Data.Set("customProperties", s.Data.Find("cameras", "Hall")!.Id.ToString(), "assetTag", "A-1"));
        }

        var cases = KindCases.All.Where(c => c.Kind == kind && Row(c).Category == category).Select(c => c.On(duo.Secondary)).ToList();
        var before = cases.ConvertAll(c => c.Read(duo.Secondary));
        cases.ForEach(c => c.Drift(duo.Secondary));

        var check = await duo.PlanAsync();
        foreach (var one in cases)
        {
            var change = Assert.Single(check.Plan.Changes, c => c.Kind == one.Kind && c.Properties.Any(p => IsOf(one, p.Path)));
            Assert.Equal(one.IsReportedOnly ? ChangeAction.Unsupported : ChangeAction.Update, change.Action);
        }

        var report = await duo.ApplyAsync(check);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(before.Zip(cases, (b, c) => c.IsReportedOnly ? c.Value : b), cases.ConvertAll(c => c.Read(duo.Secondary)));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.IsEmpty, Duo.Describe(again));
        Assert.All(again.Plan.Changes, c => Assert.Equal(ChangeAction.Unsupported, c.Action));
    }

    private static PropertyDescriptor Row(KindCase one)
    {
        var parts = one.Property.Split('.');
        var row = KindTable.Of(one.Kind).Find(parts[0])!;
        return parts.Length == 1 ? row : row.Members.Single(m => m.Name == parts[1]);
    }

    /// <summary>A list with rows for its members counts by member; its key is what the others are found by.</summary>
    private static IEnumerable<string> NamesOf(PropertyDescriptor property)
        => property.Members.Count == 0 ? [property.Name] : property.Members.Where(m => m.Name != property.ListKey).Select(m => $"{property.Name}.{m.Name}");

    private static bool IsOf(KindCase one, string path)
    {
        var parts = one.Property.Split('.');
        return path.Split('.', '[')[0] == parts[0] && (parts.Length == 1 || path.EndsWith("." + parts[1], StringComparison.Ordinal));
    }
}

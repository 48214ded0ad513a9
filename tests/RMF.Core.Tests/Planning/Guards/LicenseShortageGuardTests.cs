using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class LicenseShortageGuardTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    public void As_many_as_are_free_may_be_added(int added, int beyond) => Assert.Null(Check(added, new DeviceLicenses(10, 10 + added + beyond)));

    [Fact]
    public void One_more_than_is_free_refuses_what_is_added_and_nothing_else()
    {
        var result = Check(3, new DeviceLicenses(10, 12));
        Assert.NotNull(result);
        Assert.Equal(["add0", "add1", "add2"], result.Refuses);
        Assert.Contains("The plan adds 3 devices to b, which has 2 of 12 device licences free", result.Message, StringComparison.Ordinal);
        Assert.Contains("-AllowGuard LicenseShortage", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_site_is_judged_and_named_in_order()
    {
        Change[] changes = [Of("b1", ChangeAction.Create, ItemKind.Hardware), Of("a1", ChangeAction.Create, ItemKind.Hardware) with { Site = "a" }, Of("c1", ChangeAction.Create, ItemKind.Hardware) with { Site = "c" }];
        var told = new Dictionary<string, DeviceLicenses>(StringComparer.Ordinal) { ["a"] = default, ["b"] = default, ["c"] = new(0, 1) };
        var context = new GuardContext(new PlanDraft(changes, [], [], 3), SyncWorld.OneToOne(_ => { }, _ => { }).Input(), SyncWorld.Backup, new GuardLimits()) { Licenses = told };
        var result = new LicenseShortageGuard().Check(context)!;
        Assert.Equal(["a1", "b1"], result.Refuses);
        Assert.StartsWith("The plan adds 1 device to a, which has 0 of 0 device licences free; 1 device to b,", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_uses_more_than_it_owns_has_none_free()
    {
        Assert.Equal(0, new DeviceLicenses(15, 12).Free);
        Assert.NotNull(Check(1, new DeviceLicenses(15, 12)));
    }

    [Fact]
    public void A_site_that_does_not_tell_is_not_judged() => Assert.Null(Check(3, null));

    private static GuardResult? Check(int added, DeviceLicenses? licenses)
    {
        var changes = Enumerable.Range(0, added).Select(i => Of("add" + i, ChangeAction.Create, ItemKind.Hardware))
            .Append(Of("group", ChangeAction.Create, ItemKind.CameraGroup)).Append(Of("edit", ChangeAction.Update, ItemKind.Hardware)).ToList();
        var told = new Dictionary<string, DeviceLicenses>(StringComparer.Ordinal);
        if (licenses is { } known)
        {
            told["b"] = known;
        }

        var world = SyncWorld.OneToOne(_ => { }, _ => { });
        return new LicenseShortageGuard().Check(new GuardContext(new PlanDraft(changes, [], [], changes.Count), world.Input(), SyncWorld.Backup, new GuardLimits()) { Licenses = told });
    }

    private static Change Of(string id, ChangeAction action, ItemKind kind) => GuardWorld.Change(id, action, kind: kind);
}

using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>What a plan says of roles: their members and their overall permissions.</summary>
public sealed class RolePlanningTests
{
    private const string Administrators = "Adminstrative";

    [Fact]
    public void A_missing_role_is_made_with_its_members_and_basic_users_are_named()
        => Approved.Matches(
            Lines(Docks.Of(s => s.Role("Guards", ["S-1=DOCKS\\anna", "S-2=DOCKS\\bob"], ["zoe", "Carl"], overall: "READ=True"), s => s)),
            "roles-missing.txt");

    [Fact]
    public void A_role_of_both_sides_is_compared_member_by_member()
        => Approved.Matches(
            Lines(Docks.Of(
                s => s.Role("Guards", ["S-1=DOCKS\\anna", "S-2=DOCKS\\bob"], ["zoe", "Carl", "eve"], overall: "READ=True"),
                s => s.Role("Guards", ["S-1=DOCKS\\anna"], ["EVE"], overall: ""))),
            "roles-first-sight.txt");

    [Fact]
    public void A_basic_user_that_both_roles_have_is_not_named()
        => Assert.Equal("", Lines(Docks.Of(s => s.Role("Guards", basicUsers: ["zoe"]), s => s.Role("Guards", basicUsers: ["Zoe", "more"]))));

    [Fact]
    public void A_member_that_the_source_took_out_goes_and_one_that_the_target_took_in_goes_as_drift()
    {
        var agreed = Both("S-1=anna", "S-2=bob").Remember(Docks.Options);
        Assert.Equal(["users[S-2].sid: S-2 goes, SourceChanged"], Removals(agreed with { Primary = Docks.Primary().Role("Guards", ["S-1=anna"]).Build() }));
        Assert.Equal(["users[S-3].sid: S-3 goes, TargetDrifted"], Removals(agreed with { Secondary = Docks.Secondary().Role("Guards", ["S-1=anna", "S-2=bob", "S-3=carl"]).Build() }));
    }

    [Fact]
    public void No_member_of_the_administrators_is_ever_taken_out()
    {
        var agreed = Docks.Of(s => s.Role("Administrators", ["S-1=anna", "S-2=bob"], roleType: Administrators), s => s.Role("Administrators", ["S-1=anna", "S-2=bob"], roleType: "ADMINSTRATIVE")).Remember(Docks.Options);
        var world = agreed with { Primary = Docks.Primary().Role("Administrators", ["S-1=anna", "S-3=carl"], roleType: Administrators).Build() };
        Assert.Equal(
            """
            Update secondary/role/Administrators
              Role 'Administrators', SourceChanged: a/Administrators -> b/Administrators
              stage Role by Patch
                users[S-3].sid: absent -> 'S-3', SourceChanged
            Unsupported secondary/role/Administrators#unsupported
              at secondary/role/Administrators
              Role 'Administrators', SourceChanged: a/Administrators -> b/Administrators
              stage Role by None
                users[S-2].sid: 'S-2' -> absent, SourceChanged, agreed on 's-2' (a member of the administrators is never taken out by RMF; do it by hand if it is wanted)

            """,
            Lines(world));
    }

    [Theory]
    [InlineData("bob", "bob", true)]
    [InlineData("bob", "DOCKS\\BOB", true)]
    [InlineData("DOCKS\\bob", "bob@docks.example", true)]
    [InlineData("bob@docks.example", "bob", true)]
    [InlineData("bob@docks.example", "bobby", false)]
    [InlineData("bobby", "bob", false)]
    [InlineData("DOCKS\\bob", "DOCKS", false)]
    [InlineData("@bob", "@bob", true)]
    [InlineData("@bob", "@anna", false)]
    [InlineData("bob", null, false)]
    public void The_account_that_rmf_runs_as_is_never_taken_out_of_any_role(string member, string? own, bool stays)
    {
        var asked = new List<string>();
        var options = Docks.Options with
        {
            OwnAccount = site =>
            {
                asked.Add(site);
                return own;
            },
        };
        var agreed = Both("S-1=anna", "S-2=" + member).Remember(options);
        var world = agreed with { Primary = Docks.Primary().Role("Guards", ["S-1=anna"]).Build() };
        var change = Assert.Single(world.Plan(options).Changes, c => c.Kind == ItemKind.Role);
        Assert.Equal(stays ? ChangeAction.Unsupported : ChangeAction.Update, change.Action);
        Assert.Equal(stays ? $"it looks like the account that RMF is logged in with ({own}), which RMF never takes out of a role; do it by hand if it is wanted" : null, Assert.Single(change.Properties).Detail);
        Assert.Equal(["b"], asked);
    }

    [Fact]
    public void Only_the_member_that_is_our_own_account_is_kept()
    {
        var options = Docks.Options with { OwnAccount = _ => "bob" };
        var agreed = Both("S-1=anna", "S-2=bob", "S-3=carl").Remember(options);
        var world = agreed with { Primary = Docks.Primary().Role("Guards", ["S-1=anna"]).Build() };
        Assert.Equal(["users[S-3].sid: S-3 goes, SourceChanged"], Removals(world, options));
    }

    [Fact]
    public void Permissions_that_go_are_no_members_of_the_administrators()
    {
        var agreed = Docks.Of(s => s.Role("Administrators", roleType: Administrators, overall: "READ=True"), s => s.Role("Administrators", roleType: Administrators, overall: "READ=True")).Remember(Docks.Options);
        var world = agreed.Edit(Side.Primary, ItemKind.Role, "Administrators", p => p.With("overall", ListValue.Empty));
        Assert.Equal(["overall[cameras].namespace: cameras goes, SourceChanged", "overall[cameras].permissions: READ=True goes, SourceChanged"], Removals(world));
    }

    [Fact]
    public void A_group_of_devices_has_members_and_is_no_role()
    {
        // Its 'users' are nobody: the account's name does not protect a camera.
        var options = Docks.Options with { OwnAccount = _ => "Gate" };
        var agreed = Docks.Of(s => s.Group("/Harbour", "Gate"), s => s.Group("/Harbour", "Gate")).Remember(options);
        var world = agreed with { Primary = Docks.Primary().Group("/Harbour").Build() };
        Assert.Equal(ChangeAction.Update, Assert.Single(world.Plan(options).Changes, c => c.Kind == ItemKind.CameraGroup).Action);
    }

    private static SyncWorld Both(params string[] users) => Docks.Of(s => s.Role("Guards", users), s => s.Role("Guards", users));

    private static List<string> Removals(SyncWorld world, PlanningOptions? options = null)
        => [.. world.Plan(options ?? Docks.Options).Changes.Where(c => c is { Kind: ItemKind.Role, Action: ChangeAction.Update }).SelectMany(c => c.Properties).Where(p => p.After is null).Select(p => $"{p.Path}: {p.Before} goes, {p.Reason}")];

    private static string Lines(SyncWorld world) => PlanLines.Of(world, world.Plan(Docks.Options), ItemKind.Role);
}

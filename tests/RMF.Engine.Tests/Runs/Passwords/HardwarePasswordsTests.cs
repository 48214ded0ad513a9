using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Passwords;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Runs.Passwords;

/// <summary>A device, two sites that log in to it, and what each holds after every way in which a change can go wrong.</summary>
public sealed class HardwarePasswordsTests
{
    private static readonly Secret New = new("new");

    private readonly MemorySite first;
    private readonly MemorySite second;
    private readonly Dictionary<string, string> held = new() { ["a"] = "old", ["b"] = "old" };
    private readonly List<string> calls = [];
    private string device = "old";

    public HardwarePasswordsTests()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", _ => { }), r => r.Hardware("10.0.0.1", _ => { }));
        first = Site(world.Primary);
        second = Site(world.Secondary);
    }

    [Fact]
    public async Task The_device_is_changed_once_and_the_other_site_follows()
    {
        var results = await ChangeAsync();

        Assert.Equal([ChangeStatus.Verified, ChangeStatus.Verified], results.Select(r => r.Status));
        Assert.Equal(["a device", "b"], calls);
        Assert.Equal(("new", "new", "new"), (device, held["a"], held["b"]));
    }

    [Fact]
    public async Task The_other_site_changes_the_device_where_the_first_holds_a_wrong_password()
    {
        held["a"] = "stale";
        var results = await ChangeAsync();

        Assert.Equal([ChangeStatus.Verified, ChangeStatus.Verified], results.Select(r => r.Status));
        Assert.Equal(["a device", "b device", "a"], calls);
        Assert.Equal(("new", "new", "new"), (device, held["a"], held["b"]));
    }

    [Fact]
    public async Task A_site_that_does_not_follow_is_named_and_the_next_run_writes_it_alone()
    {
        var works = second.OnChangePassword;
        second.OnChangePassword = (_, _, _) => new WriteResult(WriteStatus.Failed, MemorySite.Error(SiteErrorKind.ServerError, "down"));
        var results = await ChangeAsync();
        Assert.True(results[1] is { Status: ChangeStatus.Failed, IsLockedOut: true, Wrote: false });
        Assert.Contains("site b does not hold it", results[1].Reason, StringComparison.Ordinal);

        second.OnChangePassword = works;
        calls.Clear();
        var again = await ChangeAsync();
        Assert.Equal(["b"], calls);
        Assert.All(again, r => Assert.Equal(ChangeStatus.Verified, r.Status));
    }

    [Fact]
    public async Task A_lost_answer_is_read_back_and_nothing_else_is_tried_while_it_is_not_known()
    {
        var works = first.OnChangePassword;
        first.OnChangePassword = (key, password, onDevice) => works(key, password, onDevice) with { Status = WriteStatus.Unknown };
        Assert.All(await ChangeAsync(), r => Assert.Equal(ChangeStatus.Verified, r.Status));

        device = held["a"] = held["b"] = "older";
        calls.Clear();
        first.OnChangePassword = (_, _, _) => new WriteResult(WriteStatus.Unknown, MemorySite.Error(SiteErrorKind.Timeout, "no answer"));
        var results = await ChangeAsync();
        Assert.Equal([ChangeStatus.Unknown, ChangeStatus.Skipped], results.Select(r => r.Status));
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Without_the_permission_to_read_passwords_the_result_is_unverifiable()
    {
        first.OnPassword = second.OnPassword = _ => MemorySite.Error(SiteErrorKind.Forbidden, "no");
        var results = await ChangeAsync();

        Assert.All(results, r => Assert.Equal(ChangeStatus.Unverifiable, r.Status));
        Assert.Equal(("new", "new", "new"), (device, held["a"], held["b"]));
    }

    [Fact]
    public async Task When_no_site_can_change_the_device_nothing_is_changed()
    {
        device = "somebody else's";
        var results = await ChangeAsync();

        Assert.All(results, r => Assert.True(r is { Status: ChangeStatus.Failed, Wrote: false, IsLockedOut: false }));
        Assert.Equal(("old", "old"), (held["a"], held["b"]));
    }

    private Task<IReadOnlyList<PasswordResult>> ChangeAsync()
    {
        var holders = new[] { first, second }.Select(s => s.Snapshot().OfKind(ItemKind.Hardware).Single()).ToList();
        return new HardwarePasswords(new SiteSet([first, second], owns: false)).ChangeAsync(holders, New, onDevice: true, CancellationToken.None);
    }

    private MemorySite Site(SiteSnapshot start)
    {
        var site = new MemorySite(start);
        site.OnPassword = _ => new Secret(held[start.Site]);
        site.OnChangePassword = (key, password, onDevice) =>
        {
            calls.Add(start.Site + (onDevice ? " device" : ""));
            if (onDevice && device != held[start.Site])
            {
                return new WriteResult(WriteStatus.Failed, MemorySite.Error(SiteErrorKind.BadRequest, "wrong password"), key);
            }

            device = onDevice ? password.Reveal() : device;
            held[start.Site] = password.Reveal();
            return WriteResult.Confirmed(key);
        };
        return site;
    }
}

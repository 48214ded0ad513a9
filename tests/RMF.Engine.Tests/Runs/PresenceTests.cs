using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

/// <summary>A server that answers with a short list and 200.</summary>
public sealed class PresenceTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task A_remembered_device_that_the_list_lacks_and_that_exists_is_unknown_and_not_added_again(int hidden)
    {
        var lab = Lab.OfPairs(3);
        await lab.SyncAsync();
        lab.Secondary.Hidden = lab.Secondary.Snapshot().OfKind(ItemKind.Hardware).Take(hidden).Select(h => h.Key).ToHashSet();

        var plan = (await lab.PlanAsync()).Plan;
        Assert.Empty(plan.Changes);
        Assert.Equal(hidden, plan.Unknown.Count(u => u.Key.Kind == ItemKind.Hardware));
        Assert.Contains("which exists", plan.Unknown[0].Reason, StringComparison.Ordinal);
        Assert.Contains(plan.Sites, s => s.Name == "b" && !s.Complete);
    }

    [Fact]
    public async Task A_remembered_device_that_is_gone_is_added_again()
    {
        var lab = Lab.OfPairs(3);
        await lab.SyncAsync();
        foreach (var item in lab.Secondary.Snapshot().Items.Where(i => i.Name is "Device 1" or "Camera 1"))
        {
            lab.Secondary.Remove(item.Key);
        }

        Assert.Single((await lab.PlanAsync()).Plan.Changes, c => c.Action == ChangeAction.Create);
    }

    [Fact]
    public async Task A_device_on_a_recording_server_outside_the_policy_is_no_sign_of_a_short_list()
    {
        var lab = Lab.OfPairs(3);
        await lab.SyncAsync();
        var moved = lab.Secondary.Item(ItemKind.Hardware, "Device 1");
        lab.Secondary.Hidden = [moved.Key];
        lab.Secondary.OnReadAgain = key => key == moved.Key ? Ports.Outcome<Item?>.Of(moved with { Parent = new ItemKey("b", ItemKind.RecordingServer, "elsewhere") }) : (Ports.Outcome<Item?>?)null;

        Assert.Single((await lab.PlanAsync()).Plan.Changes, c => c.Action == ChangeAction.Create);
    }
}

using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

public sealed class PlanScopeTests
{
    [Fact]
    public async Task Kinds_narrow_the_updates_and_leave_additions_to_their_own_switch()
    {
        Assert.Equal(["camera[0]", "create", "enable", "motionDetection", "settings"], await Left(new PlanScope()));
        Assert.Equal(["camera[0]", "create", "enable"], await Left(new PlanScope { Kinds = [ItemKind.Camera] }));
        Assert.Equal(["camera[0]"], await Left(new PlanScope { Kinds = [ItemKind.Camera], Lifecycle = false }));
        Assert.Equal(["camera[0]", "motionDetection", "settings"], await Left(new PlanScope { Lifecycle = false }));
        Assert.Equal(["create", "enable"], await Left(new PlanScope { Kinds = [ItemKind.Hardware] }));
    }

    [Fact]
    public async Task A_selected_camera_brings_its_parts_and_no_other_devices()
    {
        var left = await Left(new PlanScope { Selects = i => i.Key.Kind == ItemKind.Camera && i.Name == "Camera 1" });
        Assert.Equal(["camera[0]", "motionDetection", "settings"], left);
    }

    [Fact]
    public async Task A_selected_hardware_brings_all_that_hangs_on_it()
        => Assert.Equal(["create", "enable"], await Left(new PlanScope { Selects = i => i.Key.Kind == ItemKind.Hardware && i.Name == "New" }));

    [Fact]
    public async Task A_change_that_is_named_by_id_brings_what_depends_on_it()
    {
        Assert.Equal(["settings"], await Left(new PlanScope { ChangeIds = ["secondary/REC-B1/10.0.0.1/camera[0]/settings"] }));
        Assert.Equal(["create", "enable"], await Left(new PlanScope { ChangeIds = ["secondary/REC-B1/10.0.0.9"] }));
    }

    [Fact]
    public async Task Pairs_that_were_found_are_remembered_whatever_the_scope()
    {
        var lab = Lab.OfPairs(2);
        lab.Scope = new PlanScope { ChangeIds = ["nothing"] };
        Assert.Equal(2, (await lab.PlanAsync()).Plan.Changes.Count(c => c.Action == ChangeAction.Adopt));
    }

    /// <summary>The labels of what is left of a plan with one camera that differs in everything and one device to add.</summary>
    private static async Task<IEnumerable<string>> Left(PlanScope scope)
    {
        var lab = Lab.Of(
            r => r.Hardware("10.0.0.1", h => h.Named("Old").Camera(0, "Camera 1", c => c.Setting("brightness", "1").Motion("threshold", Scalar.Number(1)))).Hardware("10.0.0.9", h => h.Named("New")),
            r => r.Hardware("10.0.0.1", h => h.Named("Old").Camera(0, "Camera X", c => c.Setting("brightness", "2").Motion("threshold", Scalar.Number(2)))));
        lab.Scope = scope;
        var run = await lab.PlanAsync();
        return run.Plan.Changes.Where(c => c.Writes)
            .Select(c => c.Action == ChangeAction.Create ? "create" : c.Id.EndsWith("#enable", StringComparison.Ordinal) ? "enable" : c.Id.EndsWith("#update", StringComparison.Ordinal) ? "update" : c.Address.Split('/')[^1])
            .Where(l => l != "update")
            .Order(StringComparer.Ordinal);
    }
}

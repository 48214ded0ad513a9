using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning;

public sealed class PlannerTests
{
    private static SyncWorld OneCamera(Action<CameraBuilder>? primary = null, Action<CameraBuilder>? secondary = null)
        => SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.5", h => h.Mac("00:40:8C:00:00:05").Camera(0, "Gate 1", primary)),
            r => r.Hardware("10.0.0.5", h => h.Mac("00408C000005").Camera(0, "Gate 1", secondary)));

    [Fact]
    public void Two_equal_sides_need_nothing_but_to_be_remembered()
    {
        var plan = OneCamera().Plan();

        var adopt = Assert.Single(plan.Changes);
        Assert.Equal(ChangeAction.Adopt, adopt.Action);
        Assert.Equal("secondary/REC-B1/10.0.0.5", adopt.Address);
        Assert.Equal("paired by MAC", adopt.Detail);
        Assert.Equal(1, plan.PairCount);
        Assert.Empty(OneCamera().Remember().Plan().Changes);
    }
}

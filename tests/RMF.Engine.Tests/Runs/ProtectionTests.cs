using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Runs;

public sealed class ProtectionTests
{
    [Fact]
    public async Task Every_primary_camera_without_a_second_recording_is_listed_with_its_reason()
    {
        var lab = new Lab(
            new SiteBuilder("a").Recorder("REC-A1", r => Lab.Fill(r.Storage("S", isDefault: true).Drivers("5"), 3)).Recorder("REC-A2", r => r.Hardware("10.1.0.1", h => h.Camera(0, "Lonely"))).Build(),
            new SiteBuilder("b").Recorder("REC-B1", r => Lab.Fill(r.Storage("S", isDefault: true).Drivers("5"), 1)).Build(),
            "manage: { exclude: [ { name: \"Camera 2\" } ] }");
        var run = await lab.PlanAsync();
        Assert.Equal(
            [("Camera 2", "outside the policy's manage selectors"), ("Camera 3", "not on the secondary side yet")],
            Protection.Unprotected(run.Context).Select(u => (u.Camera.Name, u.Reason)));
        Assert.Equal(2, run.Plan.Summary.Unprotected);
    }
}

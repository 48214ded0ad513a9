using System.Net;
using System.Text;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Operator;

[Trait("Proof", "both-sides")]
public sealed class BothSidesTests
{
    private static readonly OperatorIntent Roof = OperatorIntent.Have(new PresetContent("Roof", 0.3, 0.2, 0.1) { Description = "The tower" });

    [Fact]
    public async Task An_action_is_done_on_both_sides_and_not_twice()
    {
        await using var lab = await OperatorLab.StartAsync();
        var (primary, secondary) = await lab.BothAsync(Roof);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            Assert.Equal((0.3, 0.2, 0.1), (lab.Preset(side, "Roof", "pan"), lab.Preset(side, "Roof", "tilt"), lab.Preset(side, "Roof", "zoom")));
        }

        lab.Duo.ClearRequests();
        (primary, secondary) = await lab.BothAsync(Roof);
        Assert.Equal((SideStatus.Unchanged, SideStatus.Unchanged), (primary.Status, secondary.Status));
        Assert.All(lab.Duo.Sites, s => Assert.DoesNotContain(s.Requests.Writes(), w => w.Route.Contains("ptzPresets", StringComparison.Ordinal)));
        Assert.Empty(lab.Records);
        Assert.Equal(4, (await File.ReadAllLinesAsync(lab.LogPath)).Length);
    }

    [Theory]
    [InlineData(Side.Primary, 403, SideStatus.Failed)]
    [InlineData(Side.Secondary, 403, SideStatus.Failed)]
    [InlineData(Side.Primary, 503, SideStatus.Failed)]
    [InlineData(Side.Secondary, 0, SideStatus.Unreachable)]
    public async Task A_side_that_fails_leaves_the_other_side_done_and_is_mended_later(Side side, int status, SideStatus expected)
    {
        await using var lab = await OperatorLab.StartAsync();
        var line = lab.LineTo(side);
        line.Before = request => !IsPresetPost(request) ? null
            : status == 0 ? throw new HttpRequestException("The line is cut.")
            : new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new StringContent("{\"error\":{\"httpCode\":0,\"details\":[{\"errorText\":\"No.\"}]}}", Encoding.UTF8, "application/json") };
        var (primary, secondary) = await lab.BothAsync(Roof);
        var (bad, good) = side == Side.Primary ? (primary, secondary) : (secondary, primary);
        Assert.Equal((SideStatus.Done, expected, true), (good.Status, bad.Status, bad.IsRemembered));
        var record = Assert.Single(lab.Records);
        Assert.Equal((side, IntentKind.PresetPresent, "Roof"), (record.Side, record.Intent.Kind, record.Intent.Subject));
        Assert.Equal(Roof.Preset, record.Intent.Preset);
        Assert.Contains("Roof", File.ReadAllText(lab.LogPath), StringComparison.Ordinal);

        // It fails again: the record stays, and says since when.
        Assert.False(Assert.Single(await lab.MendAsync()).IsDone);
        Assert.Equal(record.Since, Assert.Single(lab.Records).Since);

        line.Before = null;
        Assert.Equal(SideStatus.Done, Assert.Single(await lab.MendAsync()).Status);
        Assert.Empty(lab.Records);
        Assert.Equal("The tower", lab.Preset(side, "Roof", "description"));
        Assert.Empty(await lab.MendAsync());
    }

    [Fact]
    public async Task What_both_sides_refuse_leaves_no_record()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.LineTo(Side.Primary).Before = lab.LineTo(Side.Secondary).Before = r => IsPresetPost(r) ? new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = r, Content = new StringContent("{}", Encoding.UTF8, "application/json") } : null;
        var (primary, secondary) = await lab.BothAsync(Roof);
        Assert.Equal((SideStatus.Failed, SideStatus.Failed), (primary.Status, secondary.Status));
        Assert.False(primary.IsRemembered || secondary.IsRemembered);
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_lost_answer_is_read_back_and_nothing_is_made_twice()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.Duo.Secondary.Faults.Add(Fault.On(FaultKind.ResetAfterEffect, "POST", "/cameras/*/ptzPresets"));
        var (primary, secondary) = await lab.BothAsync(Roof);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Single(lab.Names(Side.Secondary), n => n == "Roof");
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_side_that_was_away_from_the_beginning_gets_it_when_it_is_back()
    {
        await using var lab = await OperatorLab.StartAsync();
        var (primary, secondary) = await lab.BothAsync(Roof, await lab.ReachAsync(without: Side.Primary));
        Assert.Equal((SideStatus.Unreachable, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.True(primary.IsRemembered);
        Assert.Equal(SideStatus.Done, Assert.Single(await lab.MendAsync()).Status);
        Assert.Equal(0.3, lab.Preset(Side.Primary, "Roof", "pan"));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task The_newest_wish_takes_the_place_of_an_older_one()
    {
        await using var lab = await OperatorLab.StartAsync();
        await lab.BothAsync(Roof, await lab.ReachAsync(without: Side.Primary));
        await lab.BothAsync(OperatorIntent.Lack("Roof"), await lab.ReachAsync(without: Side.Primary));
        var record = Assert.Single(lab.Records);
        Assert.Equal(IntentKind.PresetAbsent, record.Intent.Kind);
        Assert.Equal(SideStatus.Unchanged, Assert.Single(await lab.MendAsync()).Status);
        Assert.DoesNotContain("Roof", lab.Names(Side.Primary));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task What_was_under_way_when_the_program_ended_is_brought_to_both_sides()
    {
        await using var lab = await OperatorLab.StartAsync();
        using var stop = new CancellationTokenSource();
        lab.LineTo(Side.Secondary).Before = r =>
        {
            if (IsPresetPost(r))
            {
                stop.Cancel();
            }

            return null;
        };
        var reach = await lab.ReachAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lab.Sides.RunAsync([.. SideAction.OnBoth(OperatorLab.Camera(reach), Roof)], reach, Remembering.WhenOtherSideDid, stop.Token));
        Assert.Equal([Side.Primary, Side.Secondary], lab.Records.Select(r => r.Side));

        lab.LineTo(Side.Secondary).Before = null;
        Assert.All(await lab.MendAsync(), o => Assert.True(o.IsDone));
        Assert.Equal((0.3, 0.3), (lab.Preset(Side.Primary, "Roof", "pan"), lab.Preset(Side.Secondary, "Roof", "pan")));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_preset_in_the_device_is_left_alone()
    {
        await using var lab = await OperatorLab.StartAsync();
        var outcomes = await lab.BothAsync(OperatorIntent.Lack("Own"));
        Assert.Equal((SideStatus.Failed, SiteErrorKind.NotSupported), (outcomes.Primary.Status, outcomes.Primary.Error!.Kind));
        Assert.Contains("Own", lab.Names(Side.Primary));
    }

    [Fact]
    public async Task A_record_whose_camera_is_gone_vanishes()
    {
        await using var lab = await OperatorLab.StartAsync();
        await lab.BothAsync(Roof, await lab.ReachAsync(without: Side.Secondary));
        Assert.Single(lab.Records);
        lab.Duo.Secondary.Data.Remove("hardware", lab.Duo.Secondary.Data.List("hardware").Single(h => h.Name.Contains("Yard", StringComparison.Ordinal)).Id.ToString());
        Assert.Empty(await lab.FindAsync());
        Assert.Empty(lab.Records);
    }

    [Theory]
    [InlineData(Personality.V2023R2)]
    [InlineData(Personality.Next)]
    public async Task Other_releases_take_presets_too(Personality personality)
    {
        await using var lab = await OperatorLab.StartAsync(new DuoOptions { PersonalityOf = _ => personality });
        var (primary, secondary) = await lab.BothAsync(Roof);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        (primary, secondary) = await lab.BothAsync(OperatorIntent.Have(new PresetContent("Roof", -0.5, 0.2, 0.1)));
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal(-0.5, lab.Preset(Side.Secondary, "Roof", "pan"));
    }

    private static bool IsPresetPost(HttpRequestMessage request) => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("ptzPresets", StringComparison.Ordinal);
}

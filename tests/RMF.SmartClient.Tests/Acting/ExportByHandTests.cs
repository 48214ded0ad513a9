using RMF.Core.Inventory;
using RMF.SmartClient.Model.Export;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Acting;

[Trait("Proof", "plugin-model")]
public sealed class ExportByHandTests
{
    [Fact]
    public async Task The_range_is_around_what_is_shown_and_never_in_the_future()
    {
        await using var lab = new TileLab();
        using var recorded = new ExportHelpModel(lab, lab.Desk, lab.At(600));
        using var live = new ExportHelpModel(lab, lab.Desk, null);

        Assert.Equal(("2026-03-01 11:05:00", "2026-03-01 11:15:00"), (recorded.FromText, recorded.ToText));
        Assert.Equal(("2026-03-01 11:50:00", "2026-03-01 12:00:00"), (live.FromText, live.ToText));
    }

    [Theory]
    [InlineData("2026-03-01 11:10:00", "2026-03-01 11:05:00", "The end is not after the begin.")]
    [InlineData("2026-03-01 11:10:00", "2026-03-01 12:00:01", "The end is still to come.")]
    [InlineData("2026-01-01 00:00:00", "2026-03-01 11:05:00", "An export has at most 31 days.")]
    [InlineData("yesterday", "2026-03-01 11:05:00", "The begin is not a time like 2026-03-01 12:00:00.")]
    [InlineData("2026-03-01 11:10:00", "", "The end is not a time like 2026-03-01 12:00:00.")]
    public async Task A_range_that_is_none_is_said_and_nothing_is_planned(string from, string to, string problem)
    {
        await using var lab = new TileLab();
        using var export = new ExportHelpModel(lab, lab.Desk, null) { FromText = from, ToText = to };
        export.Open();

        Assert.Equal((problem, problem, problem), (export.RangeProblem, export.Plan.WhyNot, export.Start.WhyNot));
        Assert.False(export.IsBusy);
    }

    [Fact]
    public async Task A_gap_of_one_side_is_taken_from_the_other_with_its_recording_server()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Set((0, 400), (500, 3600));
        lab.Secondary.Sequences = lab.Set((350, 580));
        using var export = await PlanAsync(lab);

        Assert.Equal(
            ["2026-03-01 11:05:00-2026-03-01 11:06:40 primary north REC-north", "2026-03-01 11:06:40-2026-03-01 11:08:20 secondary south REC-south", "2026-03-01 11:08:20-2026-03-01 11:15:00 primary north REC-north"],
            export.Segments.Select(s => $"{s.From}-{s.To} {s.Side} {s.Recorder}"));
        Assert.Equal(("Both sides together have all of it, in 3 pieces.", false), (export.PlanText, export.HasHoles));
        Assert.Equal("Choose a folder first.", export.Start.WhyNot);
        export.Folder = lab.Client.DataFolder;
        Assert.True(export.Start.CanExecute(null));
    }

    [Fact]
    public async Task Holes_are_named_with_their_cause_and_must_be_accepted()
    {
        await using var lab = new TileLab();
        lab.Primary.Sequences = lab.Set((0, 400), (520, 3600));
        lab.Secondary.Sequences = lab.Set((300, 480));
        using var export = await PlanAsync(lab);
        export.Folder = lab.Client.DataFolder;

        Assert.Equal("2026-03-01 11:08:00-2026-03-01 11:08:40: neither side has recorded it", export.Holes.Select(h => $"{h.From}-{h.To}: {h.Cause}").Single());
        Assert.Equal("00:00:40 of 00:10:00 are missing, in 1 hole.", export.PlanText);
        Assert.Equal("Something is missing. Accept that first, or fetch it.", export.Start.WhyNot);
        export.AcceptsHoles = true;
        Assert.True(export.Start.CanExecute(null));
        export.Plan.Execute(null);
        await lab.Client.UntilAsync(() => !export.IsBusy, "it is planned");
        Assert.False(export.AcceptsHoles);
        Assert.False(export.Start.CanExecute(null));
    }

    [Fact]
    public async Task A_side_that_could_not_be_read_is_a_cause_and_is_told()
    {
        await using var lab = new TileLab();
        lab.Primary.IsAway = true;
        lab.Secondary.Sequences = lab.Set((300, 480));
        using var export = await PlanAsync(lab);

        Assert.Equal("the secondary has not recorded it, and the primary could not be read", export.Holes.Single().Cause);
        Assert.Contains("The primary could not be read: north does not answer.", export.PlanText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_neither_has_anything_there_is_nothing_to_export()
    {
        await using var lab = new TileLab();
        using var export = await PlanAsync(lab);
        export.AcceptsHoles = true;
        export.Folder = lab.Client.DataFolder;

        Assert.Equal("There is nothing to export.", export.Start.WhyNot);
        export.FetchFromCamera.Execute(null);
        await lab.Client.UntilAsync(() => !export.IsBusy, "it was fetched");
        Assert.Contains("The primary could not fetch: north: the camera has no storage.", export.Message, StringComparison.Ordinal);
        Assert.True(export.IsWarning);
    }

    [Fact]
    public async Task Another_range_needs_another_plan()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        using var export = await PlanAsync(lab);
        export.Folder = lab.Client.DataFolder;
        export.FromText = "2026-03-01 11:06:00";

        Assert.Empty(export.Segments);
        Assert.Equal("Plan first.", export.Start.WhyNot);
    }

    [Fact]
    public async Task Without_the_right_on_the_side_that_gives_it_it_does_not_begin()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Client.Rights[(ClientRight.Export, lab.Primary.CameraId)] = false;
        using var export = await PlanAsync(lab);
        export.Folder = lab.Client.DataFolder;

        Assert.Equal("You have no right to export from the primary.", export.Start.WhyNot);
    }

    [Fact]
    public async Task Pictures_that_are_none_end_in_a_message_and_leave_no_file()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Picture = lab.Secondary.Picture = null;
        using var export = await PlanAsync(lab);
        export.Folder = Path.Combine(lab.Client.DataFolder, "out");
        export.Start.Execute(null);
        await lab.Client.UntilAsync(() => !export.IsBusy, "it ended");

        Assert.True(export.IsWarning);
        Assert.Contains("nothing was written", export.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Null(export.ManifestPath);
        Assert.True(!Directory.Exists(export.Folder) || Directory.GetFiles(export.Folder).Length == 0);
    }

    [Fact]
    public async Task A_plan_that_waits_for_a_side_can_be_cancelled()
    {
        await using var lab = new TileLab();
        lab.Secondary.Stall = new TaskCompletionSource();
        using var export = new ExportHelpModel(lab, lab.Desk, lab.At(600));
        export.Open();
        Assert.True(export.Cancel.CanExecute(null));
        export.Cancel.Execute(null);
        await lab.Client.UntilAsync(() => !export.IsBusy, "it is cancelled");

        Assert.StartsWith("Cancelled.", export.Message, StringComparison.Ordinal);
        Assert.True(export.Plan.CanExecute(null));
    }

    private static async Task<ExportHelpModel> PlanAsync(TileLab lab)
    {
        var export = new ExportHelpModel(lab, lab.Desk, lab.At(600));
        export.Open();
        await lab.Client.UntilAsync(() => !export.IsBusy, "it is planned");
        return export;
    }
}

using RMF.Core.Inventory;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Export;

[Trait("Proof", "plugin-model")]
public sealed class ExportOnSocketsTests
{
    [Fact]
    public async Task What_one_side_has_is_exported_from_it_and_checked()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 8);
        Assert.Equal("primary", Assert.Single(model.Segments).Side);
        Assert.Equal((false, "The primary has all of it."), (model.HasHoles, model.PlanText));
        Assert.False(model.Check.CanExecute(null));

        await stage.PressAsync(model, model.Start);
        Assert.False(model.IsWarning, model.Message);
        Assert.True(File.Exists(model.ManifestPath));
        Assert.Empty(ExportCheck.Run(model.ManifestPath!, default).Findings);
        await stage.PressAsync(model, model.Check);
        Assert.Equal((false, "The files are as they were written."), (model.IsWarning, model.Message));
        Assert.Single(stage.Said);

        File.AppendAllText(Directory.EnumerateFiles(stage.Folder, "*.avi").First(), "x");
        await stage.PressAsync(model, model.Check);
        Assert.True(model.IsWarning);
        Assert.Contains(".avi", model.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_of_both_sides_become_pieces_of_both_with_their_recorders()
    {
        await using var stage = await ExportStage.StartAsync();
        stage.Footage.Lose(Side.Primary, 4, 7);
        stage.Footage.Lose(Side.Secondary, -5, 2);
        stage.Footage.Lose(Side.Secondary, 10, 14);
        using var model = await stage.OpenAsync(0, 16);

        Assert.Equal(["primary", "secondary", "primary"], model.Segments.Select(s => s.Side));
        Assert.All(model.Segments, s => Assert.NotEqual("", s.Recorder));
        Assert.NotEqual(model.Segments[0].Recorder, model.Segments[1].Recorder);
        await stage.PressAsync(model, model.Start);
        Assert.True(ExportCheck.Run(model.ManifestPath!, default).Manifest!.IsWhole);
    }

    [Fact]
    public async Task A_hole_of_both_must_be_accepted_first()
    {
        await using var stage = await ExportStage.StartAsync();
        stage.Footage.Lose(Side.Primary, 4, 9);
        stage.Footage.Lose(Side.Secondary, 6, 12);
        using var model = await stage.OpenAsync(0, 16);

        Assert.True(model.HasHoles);
        Assert.Contains("neither side", Assert.Single(model.Holes).Cause, StringComparison.Ordinal);
        Assert.NotEqual("", model.Holes[0].Advice);
        Assert.False(model.Start.CanExecute(null));
        Assert.Empty(stage.Files);
        model.AcceptsHoles = true;
        await stage.PressAsync(model, model.Start);
        Assert.Single(ExportCheck.Run(model.ManifestPath!, default).Manifest!.Holes);

        await stage.PressAsync(model, model.Plan);
        Assert.Equal((false, false), (model.AcceptsHoles, model.Start.CanExecute(null)));
    }

    [Fact]
    public async Task What_the_camera_itself_has_is_fetched_and_fills_the_hole()
    {
        await using var stage = await ExportStage.StartAsync();
        stage.Footage.Lose(Side.Primary, 4, 9);
        stage.Footage.Lose(Side.Secondary, 6, 12);
        stage.Footage.EnableEdgeStorage(Side.Primary);
        using var model = await stage.OpenAsync(0, 16);
        await stage.PressAsync(model, model.FetchFromCamera);

        Assert.False(model.HasHoles);
        Assert.Contains("has fetched", model.Message, StringComparison.Ordinal);
        Assert.True(model.Start.CanExecute(null), model.Start.WhyNot);
    }

    [Fact]
    public async Task A_camera_without_storage_of_its_own_says_so_and_the_hole_stays()
    {
        await using var stage = await ExportStage.StartAsync();
        stage.Footage.Lose(Side.Primary, 4, 9);
        stage.Footage.Lose(Side.Secondary, 6, 12);
        using var model = await stage.OpenAsync(0, 16);
        await stage.PressAsync(model, model.FetchFromCamera);

        Assert.True(model.HasHoles);
        Assert.True(model.IsWarning);
        Assert.Contains("could not fetch", model.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_side_that_is_away_may_have_is_not_called_unrecorded()
    {
        await using var stage = await ExportStage.StartAsync();
        stage.Footage.Lose(Side.Secondary, 6, 9);
        var error = new SiteError(SiteErrorKind.Unreachable, "north", "connect", "north does not answer.", "Wait.");
        stage.Recorded = stage.Recorded with { Primary = stage.Recorded.Primary! with { Recordings = new UnreachableRecordings(error) } };
        using var model = await stage.OpenAsync(0, 12);

        Assert.Contains("primary could not be read", Assert.Single(model.Holes).Cause, StringComparison.Ordinal);
        Assert.Contains("north does not answer", model.PlanText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorder_that_dies_in_the_middle_is_replaced_by_the_other()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 40);
        model.Start.Execute(null);
        await stage.Client.UntilAsync(() => model.Progress > 0, "it is under way");
        stage.Footage.Primary.Faults.Add(Fault.OfStream(FaultKind.StreamKill, stage.Footage.Primary.Recorders[0].Name));
        await stage.DoneAsync(model);

        Assert.False(model.IsWarning, model.Message);
        var (manifest, findings) = ExportCheck.Run(model.ManifestPath!, default);
        Assert.Empty(findings);
        Assert.True(manifest!.IsWhole);
        Assert.Contains(manifest.Segments, s => s is { Side: Side.Secondary, StandsIn: true });
    }

    [Fact]
    public async Task Cancelling_in_the_middle_leaves_no_half_written_file()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 1_200);
        model.Start.Execute(null);
        Assert.False(model.Start.CanExecute(null));
        await stage.Client.UntilAsync(() => model.Progress > 0, "it is under way");
        Assert.NotEqual("", model.ProgressText);
        await stage.PressAsync(model, model.Cancel);

        Assert.Empty(stage.Files);
        Assert.Contains("Cancelled", model.Message, StringComparison.Ordinal);
        Assert.Null(model.ManifestPath);
        Assert.Equal(0, model.Progress);
        Assert.True(model.Start.CanExecute(null), model.Start.WhyNot);
    }

    [Fact]
    public async Task Closing_the_window_in_the_middle_leaves_no_half_written_file()
    {
        await using var stage = await ExportStage.StartAsync();
        var model = await stage.OpenAsync(0, 1_200);
        model.Start.Execute(null);
        await stage.Client.UntilAsync(() => model.Progress > 0, "it is under way");
        var last = model.Work;
        model.Dispose();
        await stage.Client.UntilAsync(() => last.Last.IsCompleted, "it has ended");
        Assert.Empty(stage.Files);
    }

    [Fact]
    public async Task An_export_that_is_there_is_replaced_only_where_that_is_wanted()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 4);
        await stage.PressAsync(model, model.Start);
        await stage.PressAsync(model, model.Start);
        Assert.True(model.IsWarning);
        Assert.Contains("exists already. Choose another folder", model.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-Force", model.Message, StringComparison.Ordinal);

        model.Replaces = true;
        await stage.PressAsync(model, model.Start);
        Assert.False(model.IsWarning, model.Message);
    }

    [Theory]
    [InlineData("yesterday", "2026-03-01 12:00:00", "The begin is not a time")]
    [InlineData("2026-03-01 12:00:00", "12:30", "The end is not a time")]
    [InlineData("2026-03-01 12:00:00", "2026-03-01 12:00:00", "not after the begin")]
    [InlineData("2026-03-01 12:00:00", "2099-03-01 12:00:00", "still to come")]
    [InlineData("2025-01-01 12:00:00", "2025-03-01 12:00:00", "at most 31 days")]
    public async Task A_range_that_is_none_is_told_and_not_planned(string from, string to, string problem)
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 4);
        (model.FromText, model.ToText) = (from, to);

        Assert.Contains(problem, model.RangeProblem, StringComparison.Ordinal);
        Assert.Empty(model.Segments);
        Assert.Equal((false, false), (model.Plan.CanExecute(null), model.Start.CanExecute(null)));
    }

    [Fact]
    public async Task A_range_that_is_changed_while_it_is_planned_is_planned_anew_and_never_exported_unseen()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 4);
        model.Plan.Execute(null);
        stage.SetRange(model, 20, 25);
        await stage.DoneAsync(model);

        Assert.Empty(model.Segments);
        Assert.False(model.Start.CanExecute(null));
        Assert.Contains("Plan again", model.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_on_a_side_that_is_needed_nothing_is_exported()
    {
        await using var stage = await ExportStage.StartAsync();
        var primary = stage.Recorded.Primary!.Camera.CameraId;
        stage.Client.Rights = (right, camera) => right == ClientRight.Export && camera == primary ? false : null;
        using var model = await stage.OpenAsync(0, 4);

        Assert.False(model.Start.CanExecute(null));
        Assert.Contains("no right to export from the primary", model.Start.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 4);
        var file = Path.Combine(stage.Footage.Folder, "a file");
        File.WriteAllText(file, "");
        model.Folder = "";
        Assert.Equal("Choose a folder first.", model.Start.WhyNot);
        model.Folder = Path.Combine(file, "below");
        await stage.PressAsync(model, model.Start);
        Assert.True(model.IsWarning);
        Assert.Contains("cannot be written", model.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_formats_that_can_be_made_here_are_offered()
    {
        await using var stage = await ExportStage.StartAsync();
        using var model = await stage.OpenAsync(0, 4);
        Assert.Equal(ExportFormat.Avi, model.Formats[0]);
        Assert.Equal([ExportFormat.Avi], new VideoExporter(TimeProvider.System).Formats(Path.Combine(stage.Folder, "no ffmpeg")));
        model.Format = (ExportFormat)99;
        Assert.Equal(ExportFormat.Avi, model.Format);
    }
}

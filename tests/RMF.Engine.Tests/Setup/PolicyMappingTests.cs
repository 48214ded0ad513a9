using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Engine.Runs.Setup;
using RMF.Engine.Tests.Fakes;
using RMF.Policy;

namespace RMF.Engine.Tests.Setup;

public sealed class PolicyMappingTests
{
    [Theory]
    [InlineData("hardware: true, cameras: false", "Hardware")]
    [InlineData("hardware: false, cameras: { general: true, recording: false, streams: false, streamSelection: false, motion: false }", "CameraGeneral")]
    [InlineData("hardware: false, cameras: { general: false, recording: true, streams: false, streamSelection: false, motion: false }", "CameraRecording")]
    [InlineData("hardware: false, cameras: { general: false, recording: false, streams: true, streamSelection: false, motion: false }", "Streams")]
    [InlineData("hardware: false, cameras: { general: false, recording: false, streams: false, streamSelection: true, motion: false }", "StreamSelection")]
    [InlineData("hardware: false, cameras: { general: false, recording: false, streams: false, streamSelection: false, motion: true }", "Motion")]
    [InlineData("hardware: false, cameras: false", "")]
    public void Each_switch_of_the_policy_turns_on_its_category_and_no_other(string synchronize, string categories)
    {
        var policy = Lab.Read(Lab.PolicyText + Lab.Links + $"synchronize: {{ {synchronize} }}");
        Assert.Equal(categories, string.Join(',', PolicyMapping.Categories(policy)));
    }

    [Fact]
    public void The_default_leaves_stream_selection_to_each_side()
        => Assert.Equal(
            [SyncCategory.Hardware, SyncCategory.CameraGeneral, SyncCategory.CameraRecording, SyncCategory.Streams, SyncCategory.Motion],
            PolicyMapping.Categories(Lab.Read(Lab.PolicyText + Lab.Links)));

    [Fact]
    public void Every_category_of_the_kind_table_has_its_switch()
    {
        var policy = Lab.Read(Lab.PolicyText + Lab.Links + "synchronize: { cameras: { streamSelection: true } }");
        var used = KindTable.All.SelectMany(k => k.Properties).SelectMany(p => p.Members.Prepend(p)).Select(p => p.Category).Distinct();
        Assert.Equal(used.Where(c => c is not (SyncCategory.None or SyncCategory.Lifecycle)).Order(), PolicyMapping.Categories(policy).Order());
    }

    [Theory]
    [InlineData("refuse", Core.Planning.ConflictRule.Refuse)]
    [InlineData("sourceWins", Core.Planning.ConflictRule.SourceWins)]
    [InlineData("targetWins", Core.Planning.ConflictRule.TargetWins)]
    public void The_conflict_rule_is_the_policys(string word, Core.Planning.ConflictRule rule) => Assert.Equal(rule, Options($"conflicts: {word}").Conflicts);

    [Theory]
    [InlineData("backup", Core.Planning.SyncDirection.Backup)]
    [InlineData("restore", Core.Planning.SyncDirection.Restore)]
    public void The_direction_is_the_policys(string word, Core.Planning.SyncDirection direction) => Assert.Equal(direction, Options($"direction: {word}").Direction);

    [Fact]
    public void Lifecycle_and_limits_are_the_policys()
    {
        Assert.Equal(new LifecycleOptions(Add: true, Replace: false, Move: false, Delete: false), Options("").Lifecycle);
        Assert.Equal(new LifecycleOptions(Add: false, Replace: true, Move: true, Delete: true), Options("lifecycle: { add: false, replace: true, move: true, delete: true }").Lifecycle);
        var limits = PolicyMapping.ToLimits(Lab.Read(Lab.PolicyText + Lab.Links + "guards: { deletePercent: 1, updatePercent: 2, deleteCount: 3 }"));
        Assert.Equal((1, 2, 3), (limits.DeletePercent, limits.UpdatePercent, limits.DeleteCount));
    }

    [Fact]
    public void Names_follow_the_pattern_both_ways()
    {
        var naming = Options("naming: { secondary: \"{name} (B)\" }").Naming;
        Assert.Equal("Gate (B)", naming.ToSecondary("Gate"));
        Assert.True(naming.TryToPrimary("Gate (B)", out var primary));
        Assert.Equal("Gate", primary);
        Assert.False(naming.TryToPrimary("Gate", out _));
        Assert.Same(SameNames.Instance, Options("").Naming);
    }

    [Fact]
    public void Only_narrows_what_the_switches_turn_on_and_never_widens_it()
    {
        var policy = Lab.Read(Lab.PolicyText + Lab.Links + "synchronize: { cameras: { motion: false } }");
        var options = PolicyMapping.ToOptions(policy, EverythingManaged.Instance, [SyncCategory.Motion, SyncCategory.Streams]);
        Assert.Equal([SyncCategory.Streams], options.Categories);
    }

    private static PlanningOptions Options(string more) => PolicyMapping.ToOptions(Lab.Read(Lab.PolicyText + Lab.Links + more), EverythingManaged.Instance);
}

using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Engine.Runs.Setup;
using RMF.Engine.Tests.Fakes;
using RMF.Policy;

namespace RMF.Engine.Tests.Setup;

public sealed class PolicyMappingTests
{
    private static readonly Dictionary<string, string[]> Switches = new(StringComparer.Ordinal)
    {
        ["hardware"] = ["general", "driverSettings", "ptzPorts"],
        ["cameras"] = ["general", "recording", "streams", "streamSelection", "motion", "presets", "patrolling", "privacy", "fisheye", "events", "clientSettings", "customProperties"],
        ["microphones"] = ["general", "recording"],
        ["speakers"] = ["general", "recording"],
        ["metadata"] = ["general", "recording"],
        ["inputs"] = [],
        ["outputs"] = [],
        ["groups"] = [],
        ["roles"] = [],
        ["views"] = ["native", "highAvailability"],
    };

    [Theory]
    [InlineData("hardware.general", "Hardware")]
    [InlineData("hardware.driverSettings", "HardwareDriver")]
    [InlineData("hardware.ptzPorts", "HardwarePtz")]
    [InlineData("cameras.general", "CameraGeneral")]
    [InlineData("cameras.recording", "CameraRecording")]
    [InlineData("cameras.streams", "Streams")]
    [InlineData("cameras.streamSelection", "StreamSelection")]
    [InlineData("cameras.motion", "Motion")]
    [InlineData("cameras.presets", "Presets")]
    [InlineData("cameras.patrolling", "Patrolling")]
    [InlineData("cameras.privacy", "Privacy")]
    [InlineData("cameras.fisheye", "Fisheye")]
    [InlineData("cameras.events", "Events")]
    [InlineData("cameras.clientSettings", "ClientSettings")]
    [InlineData("cameras.customProperties", "CustomProperties")]
    [InlineData("microphones.general", "MicrophoneGeneral")]
    [InlineData("microphones.recording", "MicrophoneRecording")]
    [InlineData("speakers.general", "SpeakerGeneral")]
    [InlineData("speakers.recording", "SpeakerRecording")]
    [InlineData("metadata.general", "MetadataGeneral")]
    [InlineData("metadata.recording", "MetadataRecording")]
    [InlineData("inputs", "InputGeneral")]
    [InlineData("outputs", "OutputGeneral")]
    [InlineData("groups", "Groups")]
    [InlineData("roles", "Roles,RoleDevices")]
    [InlineData("views.native", "Views,ViewGroups")]
    [InlineData("views.highAvailability", "ViewGroups,HighAvailabilityViews")]
    [InlineData("", "")]
    public void Each_switch_of_the_policy_turns_on_its_category_and_no_other(string on, string categories)
    {
        var policy = Lab.Read(Lab.PolicyText + Lab.Links + $"synchronize: {{ {string.Join(", ", Switches.Select(s => $"{s.Key}: {Value(s.Key, s.Value, on)}"))} }}");
        Assert.Equal(categories, string.Join(',', PolicyMapping.Categories(policy)));
    }

    [Fact]
    public void The_default_leaves_stream_selection_roles_and_what_costs_a_request_each_only_to_be_shown_and_nothing_else()
        => Assert.Equal(
            [SyncCategory.StreamSelection, SyncCategory.Roles, SyncCategory.RoleDevices, SyncCategory.HardwarePtz, SyncCategory.Fisheye, SyncCategory.Events, SyncCategory.ClientSettings, SyncCategory.CustomProperties, SyncCategory.HighAvailabilityViews],
            All().Except(PolicyMapping.Categories(Lab.Read(Lab.PolicyText + Lab.Links))).Order());

    [Fact]
    public void Every_category_of_the_kind_table_has_its_switch()
    {
        var policy = Lab.Read(Lab.PolicyText + Lab.Links + "synchronize: { hardware: { ptzPorts: true }, cameras: { streamSelection: true, fisheye: true, events: true, clientSettings: true, customProperties: true }, roles: true, views: { highAvailability: true } }");
        Assert.Equal(All().Order(), PolicyMapping.Categories(policy).Order());
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

    private static string Value(string key, string[] parts, string on)
        => on == key ? "true"
            : on.StartsWith(key + ".", StringComparison.Ordinal) ? $"{{ {string.Join(", ", parts.Select(p => $"{p}: {(on == $"{key}.{p}" ? "true" : "false")}"))} }}"
            : "false";

    /// <summary>Every category that a row of the kind table belongs to.</summary>
    private static IEnumerable<SyncCategory> All()
        => KindTable.All.SelectMany(k => k.Properties).SelectMany(p => p.Members.Prepend(p)).Select(p => p.Category).Where(c => c is not (SyncCategory.None or SyncCategory.Lifecycle)).Distinct();

    private static PlanningOptions Options(string more) => PolicyMapping.ToOptions(Lab.Read(Lab.PolicyText + Lab.Links + more), EverythingManaged.Instance);
}

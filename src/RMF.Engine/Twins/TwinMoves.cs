using RMF.Core.Inventory;

namespace RMF.Engine.Twins;

/// <summary>Presets and patrolling profiles as a world holds them. Transitions are not among what a world knows.</summary>
internal static class TwinMoves
{
    public static TwinMap Preset(GroupValue preset) => new TwinMap()
        .AddText("name", preset.Members.TextOf("name"))
        .AddText("description", preset.Members.TextOf("description"))
        .Add("pan", Number(preset, "pan"))
        .Add("tilt", Number(preset, "tilt"))
        .Add("zoom", Number(preset, "zoom"))
        .Add("default", preset.Members.IsTrue("defaultPreset") ? true : null);

    public static TwinMap Patrolling(GroupValue profile) => new TwinMap()
        .AddText("name", profile.Members.TextOf("name"))
        .AddText("description", profile.Members.TextOf("description"))
        .Add("stops", (profile.Members["patrollingEntry"] is ListValue stops ? stops.Items.OfType<GroupValue>() : [])
            .Where(s => s.Members.TextOf("preset") is { Length: > 0 })
            .Select(s => (object)new TwinMap().AddText("preset", s.Members.TextOf("preset")).Add("wait", Number(s, "waitTime")))
            .ToList());

    private static object? Number(GroupValue group, string member) => group.Members[member] is Scalar { Type: not ScalarType.Null } value ? TwinKind.Spell(value) : null;
}

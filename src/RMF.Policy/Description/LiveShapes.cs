using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>Live video, playback, PTZ, recording.</summary>
internal static class LiveShapes
{
    private static readonly DurationShape Reaction = Common.Duration("100ms", "30s");
    private static readonly DurationShape UpToTenMinutes = Common.Duration("0s", "10m");
    private static readonly DurationShape UpToOneDay = Common.Duration("0s", "1d");
    private static readonly EnumShape<FailbackRule> FailbackRules = EnumShape<FailbackRule>.Instance;
    private static readonly EnumShape<OverlayRule> Overlays = EnumShape<OverlayRule>.Instance;

    private static readonly ObjectShape<FailbackPolicy> Failback = new KeysOf<FailbackPolicy>("failback", new FailbackPolicy())
        .Key("policy", FailbackRules, f => f.Policy, (f, v) => f with { Policy = v }, "When a tile goes back to its preferred side.")
        .Key("validateFor", UpToTenMinutes, f => f.ValidateFor, (f, v) => f with { ValidateFor = v }, "How long the preferred side must be healthy first; at least twice reactionTime.")
        .Key("delay", UpToOneDay, f => f.Delay, (f, v) => f with { Delay = v }, "The wait after that, for policy delayed.")
        .Shape();

    private static readonly ObjectShape<FailbackOverride> FailbackChange = new KeysOf<FailbackOverride>("failbackOverride", new FailbackOverride())
        .Key("policy", Common.Maybe(FailbackRules), f => f.Policy, (f, v) => f with { Policy = v }, "See live.failback.policy.", "as live.failback")
        .Key("validateFor", Common.Maybe(UpToTenMinutes), f => f.ValidateFor, (f, v) => f with { ValidateFor = v }, "See live.failback.validateFor.", "as live.failback")
        .Key("delay", Common.Maybe(UpToOneDay), f => f.Delay, (f, v) => f with { Delay = v }, "See live.failback.delay.", "as live.failback")
        .Shape();

    private static readonly ObjectShape<FlappingPolicy> Flapping = new KeysOf<FlappingPolicy>("flapping", new FlappingPolicy())
        .Key("window", Common.Duration("1s", "1h"), f => f.Window, (f, v) => f with { Window = v }, "The time over which failovers are counted.")
        .Key("limit", new IntegerShape(1, 100), f => f.Limit, (f, v) => f with { Limit = v }, "How many failovers in the window are flapping.")
        .Key("holdMax", Common.Duration("1s", "1d"), f => f.HoldMax, (f, v) => f with { HoldMax = v }, "The longest hold before going home; leaving a dead picture is never held.")
        .Shape();

    private static readonly ObjectShape<LiveOverride> Override = new KeysOf<LiveOverride>("liveOverride", new LiveOverride())
        .Key("match", Common.SelectorShape, o => o.Match, (o, v) => o with { Match = v }, "Which cameras.", "all")
        .Key("role", Common.Pattern, o => o.Role, (o, v) => o with { Role = v }, "Tiles of users of this role, wildcards allowed.", "all")
        .Key("client", Common.Pattern, o => o.Client, (o, v) => o with { Client = v }, "Tiles of these machines, wildcards allowed.", "all")
        .Key("priority", Common.Maybe(Common.Preferred), o => o.Priority, (o, v) => o with { Priority = v }, "See live.priority.", "as live")
        .Key("reactionTime", Common.Maybe(Reaction), o => o.ReactionTime, (o, v) => o with { ReactionTime = v }, "See live.reactionTime.", "as live")
        .Key("failback", FailbackChange, o => o.Failback, (o, v) => o with { Failback = v }, "See live.failback; what is left off stays.", "as live")
        .Key("dwell", Common.Maybe(UpToTenMinutes), o => o.Dwell, (o, v) => o with { Dwell = v }, "See live.dwell.", "as live")
        .Key("overlay", Common.Maybe(Overlays), o => o.Overlay, (o, v) => o with { Overlay = v }, "See live.overlay.", "as live")
        .Shape(CheckOverride);

    public static readonly ObjectShape<LivePolicy> Live = new KeysOf<LivePolicy>("live", new LivePolicy())
        .Key("priority", Common.Preferred, l => l.Priority, (l, v) => l with { Priority = v }, "The side that a tile prefers.")
        .Key("reactionTime", Reaction, l => l.ReactionTime, (l, v) => l with { ReactionTime = v }, "How long without a frame is lost.")
        .Key("failback", Failback, l => l.Failback, (l, v) => l with { Failback = v }, "The way back to the preferred side.")
        .Key("dwell", UpToTenMinutes, l => l.Dwell, (l, v) => l with { Dwell = v }, "The shortest stay after a switch; at most failback.validateFor.")
        .Key("flapping", Flapping, l => l.Flapping, (l, v) => l with { Flapping = v }, "Protection against a source that comes and goes.")
        .Key("overlay", Overlays, l => l.Overlay, (l, v) => l with { Overlay = v }, "When a tile says which side it shows.")
        .Key("overrides", new ListShape<LiveOverride>(Override), l => l.Overrides, (l, v) => l with { Overrides = v }, "Other settings for some tiles; the first that fits counts.", "none")
        .Shape();

    public static readonly ObjectShape<PlaybackPolicy> Playback = new KeysOf<PlaybackPolicy>("playback", new PlaybackPolicy())
        .Key("priority", Common.Preferred, p => p.Priority, (p, v) => p with { Priority = v }, "The side that plays where both have footage.")
        .Key("skipGaps", Common.Switch, p => p.SkipGaps, (p, v) => p with { SkipGaps = v }, "Play the other side where the preferred side has a gap.")
        .Shape();

    private static readonly ObjectShape<PtzTolerance> Tolerance = new KeysOf<PtzTolerance>("ptzTolerance", new PtzTolerance())
        .Key("pan", new NumberShape(0, 1), t => t.Pan, (t, v) => t with { Pan = v }, "Positions this close are equal; an axis runs from -1 to 1.")
        .Key("tilt", new NumberShape(0, 1), t => t.Tilt, (t, v) => t with { Tilt = v }, "Positions this close are equal; an axis runs from -1 to 1.")
        .Key("zoom", new NumberShape(0, 1), t => t.Zoom, (t, v) => t with { Zoom = v }, "Positions this close are equal; the axis runs from 0 to 1.")
        .Shape();

    public static readonly ObjectShape<PtzPolicy> Ptz = new KeysOf<PtzPolicy>("ptz", new PtzPolicy())
        .Key("onMismatch", EnumShape<PtzMismatchRule>.Instance, p => p.OnMismatch, (p, v) => p with { OnMismatch = v }, "What happens when the presets of a pair differ.")
        .Key("tolerance", Tolerance, p => p.Tolerance, (p, v) => p with { Tolerance = v }, "How far positions may lie apart.")
        .Shape();

    private static bool CheckOverride(LiveOverride value, PolicyNode node, Reading reading, string path)
    {
        if (value.Match is null && value.Role is null && value.Client is null)
        {
            reading.Report(PolicyCodes.Missing, path, node, $"{path} says for no tiles that it is meant", "Give match, role or client; what is for all tiles stands in live itself.");
            return false;
        }

        return true;
    }
}

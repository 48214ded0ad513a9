using RMF.Policy.Shapes;

namespace RMF.Policy.Description;

/// <summary>The whole file: every key with its shape, default and meaning. Reader, schema, reference, writer and editor all come from here.</summary>
internal static class PolicyDescription
{
    private static readonly ObjectShape<NamingPolicy> Naming = new KeysOf<NamingPolicy>("naming", new NamingPolicy())
        .Key(
            "secondary",
            new ConvertedShape<NamingPattern>(
                new TextShape(
                    "a pattern with {name} once, such as \"{name} (B)\"",
                    NamingPattern.MaxLength,
                    @"^[^{}]*\{name\}[^{}]*$",
                    t => NamingPattern.TryParse(t, out _, out var problem) ? null : problem),
                t => NamingPattern.TryParse(t, out var pattern, out _) ? pattern : NamingPattern.Identity,
                p => p.Text),
            n => n.Secondary,
            (n, v) => n with { Secondary = v },
            "Makes the secondary's names; a single site needs one that differs from {name}.")
        .Shape();

    private static readonly ObjectShape<StatePolicy> State = new KeysOf<StatePolicy>("state", new StatePolicy())
        .Key("path", new TextShape("a file", 1_000), s => s.Path, (s, v) => s with { Path = v }, "The state file, relative to the policy's folder.", "./NAME.rmfstate.json")
        .Shape();

    private static readonly ObjectShape<RecordingPolicy> Recording = new KeysOf<RecordingPolicy>("recording", new RecordingPolicy())
        .Key("resumeOnReturn", Common.Switch, r => r.ResumeOnReturn, (r, v) => r with { ResumeOnReturn = v }, "Start a manual recording again on a side that comes back.")
        .Shape();

    private static readonly ObjectShape<SchedulePolicy> Schedule = new KeysOf<SchedulePolicy>("schedule", new SchedulePolicy())
        .Key("enabled", Common.Switch, s => s.Enabled, (s, v) => s with { Enabled = v }, "Whether the service runs by itself.")
        .Key("idle", Common.Duration("1m", "7d"), s => s.Idle, (s, v) => s with { Idle = v }, "Idle time between the end of one run and the start of the next.")
        .Shape();

    private static readonly ObjectShape<PerformancePolicy> Performance = new KeysOf<PerformancePolicy>("performance", new PerformancePolicy())
        .Key("connections", new IntegerShape(1, 10), p => p.Connections, (p, v) => p with { Connections = v }, "Connections at a time to one site.")
        .Key("pageSize", new IntegerShape(10, 10_000), p => p.PageSize, (p, v) => p with { PageSize = v }, "Items of one page of a bulk read.")
        .Key("readTimeout", Common.Duration("5s", "30m"), p => p.ReadTimeout, (p, v) => p with { ReadTimeout = v }, "The longest wait for one answer.")
        .Shape();

    public static readonly ObjectShape<RedundancyPolicy> Root = new KeysOf<RedundancyPolicy>("policy", new RedundancyPolicy())
        .Key("apiVersion", new ConstantShape(RedundancyPolicy.ApiVersion), _ => RedundancyPolicy.ApiVersion, (p, _) => p, "The version of the format.")
        .Key("kind", new ConstantShape(RedundancyPolicy.Kind), _ => RedundancyPolicy.Kind, (p, _) => p, "The kind of file.")
        .Key("name", Common.FileSafeName, p => p.Name, (p, v) => p with { Name = v }, "The policy's name, for people and for the state file.", "the file's name")
        .Key("architecture", EnumShape<Architecture>.Instance, p => p.Architecture, (p, v) => p with { Architecture = v }, "How the two sides are laid out over management servers.")
        .Key("mode", EnumShape<PairingMode>.Instance, p => p.Mode, (p, v) => p with { Mode = v }, "auto pairs recorders by links, manual maps cameras one by one.")
        .Key("direction", EnumShape<SyncDirection>.Instance, p => p.Direction, (p, v) => p with { Direction = v }, "backup: the secondary follows the primary. restore: the primary follows the secondary.")
        .Must("sites", new MapShape<SitePolicy>("name of a site", SiteShapes.Site, NameProblem), p => p.Sites, (p, v) => p with { Sites = v }, "The sites by a name of your choice.")
        .Must("recorders", SiteShapes.Recorders, p => p.Recorders, (p, v) => p with { Recorders = v }, "The labels; a recorder that is not named here is out of scope.")
        .Key("links", new ListShape<RecorderLink>(SiteShapes.Link), p => p.Links, (p, v) => p with { Links = v }, "Recorder pairs and their storages. In mode auto each primary stands in exactly one; in mode manual they only carry storages.", "none")
        .Key("cameras", new ListShape<CameraMapping>(SiteShapes.Camera), p => p.Cameras, (p, v) => p with { Cameras = v }, "Cameras one by one, in mode manual alone.", "none")
        .Key("naming", Naming, p => p.Naming, (p, v) => p with { Naming = v }, "How the two sides' names belong together.")
        .Key("hardwareCredentials", new ListShape<HardwareCredential>(SiteShapes.Hardware), p => p.HardwareCredentials, (p, v) => p with { HardwareCredentials = v }, "Log-ins of cameras whose password the source does not give away; the first that matches.", "none")
        .Key("state", State, p => p.State, (p, v) => p with { State = v }, "Where what is remembered between runs is kept.")
        .Key("manage", SyncShapes.Manage, p => p.Manage, (p, v) => p with { Manage = v }, "What may be touched; what is outside is listed as unprotected.")
        .Key("lifecycle", SyncShapes.Lifecycle, p => p.Lifecycle, (p, v) => p with { Lifecycle = v }, "Which life-cycle operations a run may do.")
        .Key("synchronize", SyncShapes.Synchronize, p => p.Synchronize, (p, v) => p with { Synchronize = v }, "What is kept equal.")
        .Key("conflicts", EnumShape<ConflictRule>.Instance, p => p.Conflicts, (p, v) => p with { Conflicts = v }, "What happens when both sides changed the same property.")
        .Key("guards", SyncShapes.Guards, p => p.Guards, (p, v) => p with { Guards = v }, "The limits at which a run stops and asks.")
        .Key("live", LiveShapes.Live, p => p.Live, (p, v) => p with { Live = v }, "How a tile chooses between the sides' live pictures.")
        .Key("playback", LiveShapes.Playback, p => p.Playback, (p, v) => p with { Playback = v }, "How recorded video chooses between the sides.")
        .Key("ptz", LiveShapes.Ptz, p => p.Ptz, (p, v) => p with { Ptz = v }, "How PTZ presets are compared and brought together.")
        .Key("recording", Recording, p => p.Recording, (p, v) => p with { Recording = v }, "How manual recording follows a side that was away.")
        .Key("schedule", Schedule, p => p.Schedule, (p, v) => p with { Schedule = v }, "When the service runs by itself.")
        .Key("performance", Performance, p => p.Performance, (p, v) => p with { Performance = v }, "How hard a site is worked.")
        .Shape();

    /// <summary>A policy name made of a file's name: what may not stand in one becomes a dash.</summary>
    public static string SafeName(string fileName)
    {
        var safe = new string([.. fileName.Take(64).Select(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-' ? c : '-')]).Trim(' ', '.', '_', '-');
        return safe.Length == 0 ? "policy" : safe;
    }

    private static string? NameProblem(string name)
        => name.IndexOf('/') >= 0 ? "holds a slash, which divides site and recorder" : null;
}

using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>What a run does: managed set, life cycle, switches, guards.</summary>
internal static class SyncShapes
{
    public static readonly ObjectShape<ManagePolicy> Manage = new KeysOf<ManagePolicy>("manage", new ManagePolicy())
        .Key("include", new ListShape<Selector>(Common.SelectorShape, unique: true), m => m.Include, (m, v) => m with { Include = v }, "What is in; any selector of the list is enough.", "everything")
        .Key("exclude", new ListShape<Selector>(Common.SelectorShape, unique: true), m => m.Exclude, (m, v) => m with { Exclude = v }, "What is out again; it beats include.", "nothing")
        .Shape();

    public static readonly ObjectShape<LifecyclePolicy> Lifecycle = new KeysOf<LifecyclePolicy>("lifecycle", new LifecyclePolicy())
        .Key("add", Common.Switch, l => l.Add, (l, v) => l with { Add = v }, "Add cameras that the target lacks.")
        .Key("replace", Common.Switch, l => l.Replace, (l, v) => l with { Replace = v }, "Follow a camera that was replaced by another device.")
        .Key("move", Common.Switch, l => l.Move, (l, v) => l with { Move = v }, "Follow a camera that moved to another recorder.")
        .Key("delete", Common.Switch, l => l.Delete, (l, v) => l with { Delete = v }, "Delete what the source no longer has.")
        .Shape();

    private static readonly ToggleShape<HardwareSynchronization> HardwareSwitches = new(
        new KeysOf<HardwareSynchronization>("hardwareSwitches", new HardwareSynchronization())
            .Key("general", Common.Switch, h => h.General, (h, v) => h with { General = v }, "Name, description and enabled.")
            .Key("driverSettings", Common.Switch, h => h.DriverSettings, (h, v) => h with { DriverSettings = v }, "HTTPS switch and port; a difference is reported, XProtect has no request that sets it.")
            .Key("ptzPorts", Common.Switch, h => h.PtzPorts, (h, v) => h with { PtzPorts = v }, "PTZ ports; a difference is reported, XProtect has no request that sets it.")
            .Shape(),
        new HardwareSynchronization(),
        new HardwareSynchronization { Enabled = false })
    {
        IsOff = h => !h.Enabled,
    };

    private static readonly ToggleShape<CameraSynchronization> Cameras = new(
        new KeysOf<CameraSynchronization>("cameraSwitches", new CameraSynchronization())
            .Key("general", Common.Switch, c => c.General, (c, v) => c with { General = v }, "Name, description, enabled, position and other general properties.")
            .Key("recording", Common.Switch, c => c.Recording, (c, v) => c with { Recording = v }, "Recording properties and the storage.")
            .Key("streams", Common.Switch, c => c.Streams, (c, v) => c with { Streams = v }, "Stream definitions.")
            .Key("streamSelection", Common.Switch, c => c.StreamSelection, (c, v) => c with { StreamSelection = v }, "Which stream is live default and which is recorded; the sides may differ.")
            .Key("motion", Common.Switch, c => c.Motion, (c, v) => c with { Motion = v }, "Motion detection.")
            .Key("presets", Common.Switch, c => c.Presets, (c, v) => c with { Presets = v }, "PTZ presets.")
            .Key("patrolling", Common.Switch, c => c.Patrolling, (c, v) => c with { Patrolling = v }, "PTZ patrolling profiles.")
            .Key("privacy", Common.Switch, c => c.Privacy, (c, v) => c with { Privacy = v }, "Privacy masks.")
            .Key("fisheye", Common.Switch, c => c.Fisheye, (c, v) => c with { Fisheye = v }, "The fisheye lens; a difference is reported, XProtect has no request that sets it.")
            .Key("events", Common.Switch, c => c.Events, (c, v) => c with { Events = v }, "The device's events; a difference is reported, XProtect has no request that sets it.")
            .Key("clientSettings", Common.Switch, c => c.ClientSettings, (c, v) => c with { ClientSettings = v }, "Multicast, shortcut and related devices; a difference is reported, XProtect has no request that sets it.")
            .Key("customProperties", Common.Switch, c => c.CustomProperties, (c, v) => c with { CustomProperties = v }, "Properties of integrations; a difference is reported, XProtect has no request that sets it.")
            .Shape(),
        new CameraSynchronization(),
        new CameraSynchronization { Enabled = false })
    {
        IsOff = c => !c.Enabled,
    };

    private static readonly ToggleShape<DeviceSynchronization> RecordedDevices = new(
        new KeysOf<DeviceSynchronization>("deviceSwitches", new DeviceSynchronization())
            .Key("general", Common.Switch, d => d.General, (d, v) => d with { General = v }, "Name, description, enabled, position and the driver's settings.")
            .Key("recording", Common.Switch, d => d.Recording, (d, v) => d with { Recording = v }, "Recording properties and the storage.")
            .Shape(),
        new DeviceSynchronization(),
        new DeviceSynchronization { Enabled = false })
    {
        IsOff = d => !d.Enabled,
    };

    private static readonly ToggleShape<RoleSynchronization> Roles = new(
        new KeysOf<RoleSynchronization>("roleSwitches", new RoleSynchronization())
            .Key("include", new ListShape<string>(Common.Pattern, unique: true), r => r.Include, (r, v) => r with { Include = v }, "Names of roles, wildcards allowed.", "none")
            .Key("otherDevices", Common.Switch, r => r.OtherDevices, (r, v) => r with { OtherDevices = v }, "Also what the roles may do with microphones, speakers, metadata, inputs and outputs; a request for each role and device.")
            .Shape(),
        new RoleSynchronization { Include = ["*"] },
        new RoleSynchronization())
    {
        IsOff = r => !r.Enabled,
    };

    private static readonly ToggleShape<ViewSynchronization> Views = new(
        new KeysOf<ViewSynchronization>("viewSwitches", new ViewSynchronization())
            .Key("native", Common.Switch, s => s.Native, (s, v) => s with { Native = v }, "Views on native items.")
            .Key("highAvailability", Common.Switch, s => s.HighAvailability, (s, v) => s with { HighAvailability = v }, "The primary's native views become high-availability views on the secondary; their tiles need the Smart Client plugin.")
            .Shape(),
        new ViewSynchronization(),
        new ViewSynchronization { Native = false, HighAvailability = false })
    {
        IsOff = s => !s.Native && !s.HighAvailability,
    };

    public static readonly ObjectShape<SynchronizePolicy> Synchronize = new KeysOf<SynchronizePolicy>("synchronize", new SynchronizePolicy())
        .Key("hardware", HardwareSwitches, s => s.Hardware, (s, v) => s with { Hardware = v }, "Keep hardware equal: true, false or by category.")
        .Key("cameras", Cameras, s => s.Cameras, (s, v) => s with { Cameras = v }, "Keep cameras equal: true, false or by category.")
        .Key("microphones", RecordedDevices, s => s.Microphones, (s, v) => s with { Microphones = v }, "Keep microphones equal: true, false or by category.")
        .Key("speakers", RecordedDevices, s => s.Speakers, (s, v) => s with { Speakers = v }, "Keep speakers equal: true, false or by category.")
        .Key("metadata", RecordedDevices, s => s.Metadata, (s, v) => s with { Metadata = v }, "Keep metadata devices equal: true, false or by category.")
        .Key("inputs", Common.Switch, s => s.Inputs, (s, v) => s with { Inputs = v }, "Keep inputs equal.")
        .Key("outputs", Common.Switch, s => s.Outputs, (s, v) => s with { Outputs = v }, "Keep outputs equal.")
        .Key("groups", Common.Switch, s => s.Groups, (s, v) => s with { Groups = v }, "Keep device groups equal.")
        .Key("roles", Roles, s => s.Roles, (s, v) => s with { Roles = v }, "Keep roles equal: true for all, false, or by name.")
        .Key("views", Views, s => s.Views, (s, v) => s with { Views = v }, "Keep views equal: true, false or by kind.")
        .Shape();

    private static readonly ConvertedShape<FreezeMoment> Moment = new(
        new TextShape(
            "a time of day (\"22:00\") or an instant (2026-12-24T18:00:00Z)",
            40,
            "^([0-2][0-9]:[0-5][0-9]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(Z|[+-][0-9]{2}:[0-9]{2}))$",
            t => FreezeMoment.TryParse(t, out _) ? null : "is neither a time of day nor an instant with Z or an offset"),
        t => FreezeMoment.TryParse(t, out var moment) ? moment : default,
        m => m.ToString());

    private static readonly ObjectShape<FreezeWindow> Freeze = new KeysOf<FreezeWindow>("freezeWindow", new FreezeWindow())
        .Must("from", Moment, f => f.From, (f, v) => f with { From = v }, "The beginning, inclusive.")
        .Must("to", Moment, f => f.To, (f, v) => f with { To = v }, "The end, exclusive; a time of day before from is on the next day.")
        .Key("days", new ListShape<DayOfWeek>(EnumShape<DayOfWeek>.Instance, unique: true), f => f.Days, (f, v) => f with { Days = v }, "The days on which a daily window begins.", "every day")
        .Key("reason", Common.ItemName, f => f.Reason, (f, v) => f with { Reason = v }, "Why, for the message.")
        .Shape(CheckFreeze);

    public static readonly ObjectShape<GuardPolicy> Guards = new KeysOf<GuardPolicy>("guards", new GuardPolicy())
        .Key("deletePercent", new IntegerShape(0, 100), g => g.DeletePercent, (g, v) => g with { DeletePercent = v }, "The largest share of items that one run may delete, in percent.")
        .Key("updatePercent", new IntegerShape(0, 100), g => g.UpdatePercent, (g, v) => g with { UpdatePercent = v }, "The largest share of items that one run may update, in percent.")
        .Key("deleteCount", new IntegerShape(0, 100_000), g => g.DeleteCount, (g, v) => g with { DeleteCount = v }, "The largest number of items that one run may delete.")
        .Key("freeze", new ListShape<FreezeWindow>(Freeze, unique: true), g => g.Freeze, (g, v) => g with { Freeze = v }, "Times at which nothing is written.", "none")
        .Shape();

    private static bool CheckFreeze(FreezeWindow value, PolicyNode node, Reading reading, string path)
    {
        if (value.From.Instant is null != value.To.Instant is null)
        {
            reading.Report(PolicyCodes.BadCombination, path, node, $"{path} goes from {value.From} to {value.To}", "Write two times of day or two instants.");
            return false;
        }

        if (value.From == value.To || value.From.Instant > value.To.Instant)
        {
            reading.Report(PolicyCodes.Timing, path, node, $"{path} ends at {value.To} and begins at {value.From}", "The end is after the beginning.");
            return false;
        }

        if (value.From.Instant is not null && value.Days.Count > 0)
        {
            reading.Report(PolicyCodes.BadCombination, path, node, $"{path} has days and goes from one instant to another", "days belong to times of day.");
            return false;
        }

        return true;
    }
}

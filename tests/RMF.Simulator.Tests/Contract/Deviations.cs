namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Where real systems contradict the OpenAPI document of 2025 R2, and the simulator follows the real systems. A row that
/// no answer needs fails the tests, so this list says no more than is true.
/// </summary>
internal static class Deviations
{
    private const string Live = "answers of a live XProtect 2025 R1 site";
    private const string Collector = "collector code and notes from a live site of 22 recorders";
    private const string Prose = "the prose of the document itself, against its own schema";
    private const string Clients = "what clients of the SDK read";
    private const string Shape = "one schema stands for several shapes, none of whose members is required";
    private const string DriverNames = "names and values are the driver's; the document shows those of one test driver";
    private const string DeviceEvent = "an entry of the list is declared as the list itself; clients see it as enabled, used and an index";
    private const string Sample = "the enumeration holds the ids of the system that the document was made on";

    public static IReadOnlyList<Deviation> Rows { get; } = [.. Errors, .. Envelope, .. Tasks, .. Relations, .. Driver];

    private static IEnumerable<Deviation> Errors =>
    [
        new(FindingKind.UndeclaredMember, "error4*.error", "errors are nested once more, below 'error'", Live) { Shape = ExtraShape.SameAsOwner },
        new(FindingKind.MissingMember, "error4*.httpCode", "see error4*.error", Live) { Instead = "error" },
        new(FindingKind.MissingMember, "error4*.details", "see error4*.error", Live) { Instead = "error" },
        new(FindingKind.MissingMember, "error4*.details[].property", "only where a property is to blame", Live),
        new(FindingKind.MissingMember, "error4*.details[].errorTextId", "only where the error has a number", Live),
        new(FindingKind.UndeclaredMember, "error400.params", "a task without its parameters is told which ones it wants", Prose) { Shape = ExtraShape.ScalarBag },
    ];

    private static IEnumerable<Deviation> Envelope =>
    [
        new(FindingKind.UndeclaredMember, "taskList.id", "the name to invoke a task by is in 'id'", Live) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.MissingMember, "taskList.name", "see taskList.id", Live) { Instead = "id" },
        new(FindingKind.UndeclaredMember, "get*ByIdResponse.definitions", "what a value may be is told on request", Prose)
        {
            Shape = ExtraShape.Definitions,
            Required = true,
            AskedBy = "definitions",
        },
        new(FindingKind.UndeclaredMember, "created:*.state", "a created item comes with the state of its creation", Prose) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.UndeclaredMember, "created:*.path", "a created item comes with its path in place of relations", Prose) { Shape = ExtraShape.Path, Required = true },
        new(FindingKind.MissingMember, "created:*.relations", "see created:*.path", Prose) { Instead = "path" },
    ];

    private static IEnumerable<Deviation> Tasks =>
    [
        new(FindingKind.UndeclaredStatus, "POST /recordingServers/{id} 201", "AddHardware is answered with 201, not 200", Prose),
        new(FindingKind.UndeclaredMember, "*ServerTask.state", "every task answers with its state", Prose) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.UndeclaredMember, "*ServerTask.path", "a queued task answers with where to poll it", Prose) { Shape = ExtraShape.Path },
        new(FindingKind.UndeclaredMember, "getMIPOptionPropertyServerTask.XML", "the task answers with the text that it is for", "inferred: the document declares it for the writing task alone") { Shape = ExtraShape.Text },
        new(FindingKind.UndeclaredMember, "changeSecurityPermissionsServerTask.*", "the task tells what holds, by permission", Clients) { Shape = ExtraShape.Scalar },
        new(FindingKind.UndeclaredMember, "changeOverallSecurityPermissionsServerTask.*", "the task tells what holds, by permission", Clients) { Shape = ExtraShape.Scalar },
        new(FindingKind.MissingMember, "*roles.claims", "claims come from an external identity provider; this site has none", Shape),
        new(FindingKind.UndeclaredMember, "serverTask.password", "ReadPasswordHardware answers with the password", Clients) { Shape = ExtraShape.Text },
        new(FindingKind.MissingMember, "classCollectionServerTask.*", "only the lists that the task fills", Shape),
        new(FindingKind.UndeclaredValue, "*ServerTask.itemSelection", Sample, Shape),
        new(FindingKind.UndeclaredValue, "moveHardwareServerTask.destinationRecordingServer", Sample, Shape),
        new(FindingKind.MissingMember, "tasks.result", "a polled task is flat, not below 'result'", Prose) { Instead = "state" },
        new(FindingKind.UndeclaredMember, "tasks.displayName", "see tasks.result", Prose) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.UndeclaredMember, "tasks.progress", "see tasks.result", Prose) { Shape = ExtraShape.Integer, Required = true },
        new(FindingKind.UndeclaredMember, "tasks.state", "see tasks.result", Prose) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.UndeclaredMember, "tasks.taskType", "see tasks.result", Prose) { Shape = ExtraShape.Text, Required = true },
        new(FindingKind.UndeclaredMember, "tasks.relations", "see tasks.result", Prose) { Shape = ExtraShape.Relations, Required = true },
        new(FindingKind.UndeclaredMember, "tasks.errorCode", "see tasks.result; only of a task that failed", Prose) { Shape = ExtraShape.Integer },
        new(FindingKind.UndeclaredMember, "tasks.errorText", "see tasks.result; only of a task that failed", Prose) { Shape = ExtraShape.Text },
        new(FindingKind.UndeclaredMember, "tasks.path", "see tasks.result; only of a task that made something", Prose) { Shape = ExtraShape.Text },
    ];

    private static IEnumerable<Deviation> Relations =>
    [
        new(FindingKind.UndeclaredMember, "recordingServers.relations.parent", "recorders hang on their site", Live) { Shape = ExtraShape.Path, Required = true },
        new(FindingKind.UndeclaredMember, "*Groups.relations.parent", "a group inside a group hangs on it", "inferred: live answers give every other child its parent") { Shape = ExtraShape.Path },
    ];

    private static IEnumerable<Deviation> Driver =>
    [
        new(FindingKind.UndeclaredMember, "hardwareDriverSettings.hardwareDriverSettings", "the driver's settings stand in a block of their own, with names of the driver", Collector)
        {
            Shape = ExtraShape.ScalarBag,
            Required = true,
        },
        new(FindingKind.MissingMember, "hardwareDriverSettings.hardwarePtz", "only drivers with a PTZ port have it", Collector),
        new(FindingKind.UndeclaredMember, "hardwareDeviceEvents.enabled", DeviceEvent, Clients) { Shape = ExtraShape.Scalar },
        new(FindingKind.UndeclaredMember, "hardwareDeviceEvents.eventUsed", DeviceEvent, Clients) { Shape = ExtraShape.Scalar },
        new(FindingKind.UndeclaredMember, "hardwareDeviceEvents.eventIndex", DeviceEvent, Clients) { Shape = ExtraShape.Text },
        new(FindingKind.MissingMember, "hardwareDeviceEvents.lastModified", DeviceEvent, Clients) { Instead = "eventUsed" },
        new(FindingKind.MissingMember, "hardwareDeviceEvents.hardwareDeviceEvents", DeviceEvent, Clients) { Instead = "eventUsed" },
        new(FindingKind.MissingMember, "hardwareDeviceEvents.relations", DeviceEvent, Clients) { Instead = "eventUsed" },
        new(FindingKind.UndeclaredMember, "generalSettings_childItem.*", DriverNames, Live) { Shape = ExtraShape.Scalar },
        new(FindingKind.MissingMember, "generalSettings_childItem.*", DriverNames, Live),
        new(FindingKind.UndeclaredMember, "stream_childItem.*", DriverNames, Live) { Shape = ExtraShape.Scalar },
        new(FindingKind.MissingMember, "stream_childItem.*", DriverNames, Live),
        new(FindingKind.UndeclaredValue, "stream_childItem.*", DriverNames, Live),
        new(FindingKind.MissingMember, "ptz_childItem.*", DriverNames, Live),
        new(FindingKind.MissingMember, "settings.ptz", "only cameras that move have it", Live),
        new(FindingKind.MissingMember, "settings.ptzSessionTimeouts", "only cameras that move have it", Live),
        new(FindingKind.MissingMember, "settings.stream", "only cameras have streams", Live),
        new(FindingKind.UndeclaredValue, "stream.streamReferenceId", "each device has references of its own", Live),
        new(FindingKind.UndeclaredValue, "stream.recordTo", "empty where the stream is not recorded", Clients),
    ];
}

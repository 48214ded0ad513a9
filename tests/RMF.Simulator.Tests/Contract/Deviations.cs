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

    private const string DriverNames = "names and values are the driver's; the document shows those of one test driver";

    public static IReadOnlyList<Deviation> Rows { get; } =
    [
        new(FindingKind.UndeclaredStatus, "POST /recordingServers/{id} 201", "AddHardware is answered with 201, not 200", Prose),

        new(FindingKind.UndeclaredMember, "error4*.error", "errors are nested once more, below 'error'", Live)
        {
            Shape = ExtraShape.SameAsOwner,
        },
        new(FindingKind.MissingMember, "error4*.httpCode", "see error4*.error", Live) { Instead = "error" },
        new(FindingKind.MissingMember, "error4*.details", "see error4*.error", Live) { Instead = "error" },
        new(FindingKind.MissingMember, "error4*.details[].property", "only where a property is to blame", Live),
        new(FindingKind.MissingMember, "error4*.details[].errorTextId", "only where the error has a number", Live),

        new(FindingKind.UndeclaredMember, "taskList.id", "the name to invoke a task by is in 'id'", Live)
        {
            Shape = ExtraShape.Text,
            Required = true,
        },
        new(FindingKind.MissingMember, "taskList.name", "see taskList.id", Live) { Instead = "id" },

        new(FindingKind.UndeclaredMember, "hardwareDriverSettings.hardwareDriverSettings", "the driver's settings stand in a block of their own, with names of the driver", Collector)
        {
            Shape = ExtraShape.ScalarBag,
            Required = true,
        },
        new(FindingKind.UndeclaredMember, "get*ByIdResponse.definitions", "what a value may be is told on request", Prose) { Shape = ExtraShape.Definitions },

        new(FindingKind.UndeclaredMember, "generalSettings_childItem.*", DriverNames, Live) { Shape = ExtraShape.Scalar },
        new(FindingKind.MissingMember, "generalSettings_childItem.*", DriverNames, Live),
        new(FindingKind.UndeclaredMember, "stream_childItem.*", DriverNames, Live) { Shape = ExtraShape.Scalar },
        new(FindingKind.MissingMember, "stream_childItem.*", DriverNames, Live),
        new(FindingKind.UndeclaredValue, "stream_childItem.*", DriverNames, Live),
        new(FindingKind.MissingMember, "ptz_childItem.*", DriverNames, Live),
        new(FindingKind.UndeclaredValue, "ptz_childItem.*", DriverNames, Live),
        new(FindingKind.MissingMember, "settings.ptz", "only cameras that move have it", Live),
        new(FindingKind.MissingMember, "settings.ptzSessionTimeouts", "only cameras that move have it", Live),
        new(FindingKind.MissingMember, "settings.stream", "only cameras have streams", Live),

        new(FindingKind.MissingMember, "hardwareDriverSettings.hardwarePtz", "only drivers with a PTZ port have it", Collector),
    ];
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>What to send to each task that the site offers: bodies that succeed first, then bodies that cannot.</summary>
internal sealed class TaskBodies(DriveContext drive)
{
    private int spare;

    /// <summary>Null when the task is not known here.</summary>
    public async Task<IReadOnlyList<JsonObject>?> ForAsync(string task, string path)
    {
        var id = path.Split('/').ElementAtOrDefault(2) ?? "";
        return task switch
        {
            "AddHardware" => AddHardware(id),
            "ChangePasswordHardware" => [new() { ["password"] = ContractWorld.Password, ["updatePasswordOnDevice"] = false }],
            "MoveHardware" => MoveHardware(id),
            "ReplaceHardware" => [Replace(NextSpare()), Replace("http://10.99.99.99/")],
            "ChangeDeviceRecordingStorage" => await ChangeStorageAsync(path),
            "RemoveStream" => await RemoveStreamAsync(id),
            "ChangeSecurityPermissions" => Permissions(path),
            "ChangeOverallSecurityPermissions" =>
            [
                new() { ["securityNamespace"] = "623d03f8-c5d5-46bc-a2f4-4c03562d4f85" },
                new() { ["securityNamespace"] = "623d03f8-c5d5-46bc-a2f4-4c03562d4f85", ["GENERIC_READ"] = "Allow" },
                new() { ["securityNamespace"] = Guid.Empty.ToString() },
            ],
            "AddRoleMember" => [new() { ["sid"] = "S-1-5-21-3" }, new() { ["sid"] = "S-1-5-21-3" }],
            "RemoveRoleMember" => [new() { ["itemSelection"] = $"User[{drive.Items.Of("users").First(user => user.ParentId == id).Id}]" }, new() { ["itemSelection"] = $"User[{Guid.Empty}]" }],
            "AddStream" or "ReadPasswordHardware" or "SetStorageAsDefault" or "GetDevicesUsingStorage"
                or "Trigger" or "Activate" or "Deactivate" or "Goto" or "StartRecording" or "StopRecording" => [[]],
            "DefaultPtzPreset" => [new() { ["itemSelection"] = Path("ptzPresets", drive.Items.Of("ptzPresets", "cameras").First(preset => preset.ParentId == id).Id) }],
            "AddPatrollingEntry" => [Entry(PresetOf(id)), Entry(Guid.Empty.ToString())],
            "RemovePatrollingEntry" => [new() { ["itemSelection"] = "PatrollingEntry[0]" }, new() { ["itemSelection"] = "none" }],
            "JpegGetLive" => [new() { ["width"] = 640, ["height"] = 360 }],
            "RetrieveEdgeStorage" => [Retrieval("2026-01-01T10:00:00.0000000Z", "2026-01-01T11:00:00.0000000Z"), Retrieval("2026-01-01T11:00:00.0000000Z", "2026-01-01T10:00:00.0000000Z")],
            "GetMIPOptionProperty" => [Option(null), Option(null, "no id")],
            "SetMIPOptionProperty" => [Option("<a b=\"1\">x</a>"), Option("not xml"), Option("<a/>", "no id")],
            "GetDevicePresets" => [new() { ["sessionDataId"] = 0 }],
            _ => null,
        };
    }

    private static JsonObject Retrieval(string from, string to) => new() { ["startTime"] = from, ["endTime"] = to, ["identifier"] = Guid.Empty.ToString(), ["relatedTasks"] = "" };

    private static JsonObject Option(string? xml, string id = "8a3c4d0e-1f52-4f8b-9f5d-2f3a5d0c7b11")
        => xml is null ? new() { ["optionId"] = id, ["userPrivate"] = false } : new() { ["dataVersion"] = 1, ["optionId"] = id, ["userPrivate"] = false, ["xML"] = xml };

    private string PresetOf(string profile)
    {
        var camera = drive.Items.Of("patrollingProfiles").First(p => p.Id == profile).ParentId;
        return drive.Items.Of("ptzPresets", "cameras").First(preset => preset.ParentId == camera).Id;
    }

    private static JsonObject Entry(string preset) => new() { ["order"] = 9, ["presetId"] = preset, ["waitTime"] = 7.5 };

    private IReadOnlyList<JsonObject> AddHardware(string recorder)
    {
        var fresh = NextSpare();
        var driver = drive.Items.Of("hardwareDrivers", "recordingServers").First(item => item.ParentId == recorder).Id;
        return [Add(fresh), Add(fresh), Add("http://10.99.99.99/")];

        JsonObject Add(string address) => new()
        {
            ["hardwareAddress"] = address,
            ["hardwareDriverPath"] = Path("hardwareDrivers", driver),
            ["userName"] = "root",
            ["password"] = ContractWorld.Password,
            ["customData"] = "",
        };
    }

    private IReadOnlyList<JsonObject> MoveHardware(string hardware)
    {
        var parent = drive.Items.Of("hardware").Last(item => item.Id == hardware).ParentId;
        var other = drive.Items.Of("recordingServers").First(recorder => recorder.Id != parent).Id;
        return [To(other), To(parent), To(Guid.Empty.ToString())];

        static JsonObject To(string recorder) => new() { ["destinationRecordingServer"] = $"RecordingServer[{recorder}]" };
    }

    private static JsonObject Replace(string address) => new()
    {
        ["address"] = new Uri(address).Host,
        ["port"] = 80,
        ["httpsPort"] = 443,
        ["useHttps"] = false,
        ["driver"] = ContractWorld.SpareDriver.ToString(CultureInfo.InvariantCulture),
        ["userName"] = "root",
        ["password"] = ContractWorld.Password,
        ["customDriverData"] = "",
        ["allowDeletingDisabledDevices"] = true,
    };

    private JsonObject[] Permissions(string path)
    {
        var role = drive.Items.Of("roles")[0].Id;
        var permission = path.StartsWith("/cameras", StringComparison.Ordinal) ? "VIEW_LIVE" : "GENERIC_READ";
        return
        [
            new() { ["userPath"] = Path("roles", role) },
            new() { ["userPath"] = Path("roles", role), [permission] = "True" },
            new() { ["userPath"] = Path("roles", role), ["NO_SUCH"] = "True" },
            new() { ["userPath"] = Path("roles", Guid.Empty.ToString()) },
        ];
    }

    private async Task<IReadOnlyList<JsonObject>> ChangeStorageAsync(string device)
    {
        var current = (await drive.DataAsync(device))["recordingStorage"]!["id"]!.GetValue<string>();
        var recorder = drive.Items.Of("storages").First(storage => storage.Id == current).ParentId;
        var other = drive.Items.Of("storages").First(storage => storage.ParentId == recorder && storage.Id != current).Id;
        return
        [
            new() { ["itemSelection"] = Path("storages", other), ["moveData"] = false },
            new() { ["itemSelection"] = Path("storages", Guid.Empty.ToString()), ["moveData"] = false },
        ];
    }

    private async Task<IReadOnlyList<JsonObject>> RemoveStreamAsync(string camera)
    {
        var streams = (await drive.DataAsync("/streams/" + camera))["stream"]!.AsArray();
        return [new() { ["itemSelection"] = streams[^1]!["streamReferenceId"]!.GetValue<string>() }, new() { ["itemSelection"] = "none" }];
    }

    private string NextSpare() => ContractWorld.Spares[spare++ % ContractWorld.Spares.Count];

    private static JsonObject Path(string type, string id) => new() { ["type"] = type, ["id"] = id };
}

using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>Runs every task that the site offers, and follows the ones that take time.</summary>
internal sealed class TaskDrive(DriveContext drive)
{
    private const int PollsLimit = 100;
    private const int ItemsOfAKind = 2;
    private static readonly TimeSpan PollStep = TimeSpan.FromSeconds(5);

    /// <summary>Tasks of presets, which are items below a parent.</summary>
    private static readonly string[] ItemTasks = ["Goto"];

    /// <summary>Tasks of a collection are not listed by any item.</summary>
    private static readonly string[] PresetTasks = ["DefaultPtzPreset", "GetDevicePresets"];

    private readonly TaskBodies bodies = new(drive);

    /// <summary>Tasks that were offered and that the drive has no body for: it must learn them.</summary>
    public List<string> Unknown { get; } = [];

    public async Task RunAsync()
    {
        var operations = drive.Operations.Where(operation => operation.Verb == "POST" && operation.Template.EndsWith('}') && operation.Resources[^1] != "tasks");
        foreach (var (operation, path) in operations.SelectMany(operation => drive.Paths(operation).Take(ItemsOfAKind).Select(path => (operation, path))).ToArray())
        {
            // Only an item on its own lists its tasks.
            await RunAsync(path, operation.Resources.Count == 1 ? await OfferedAsync(path) : ItemTasks);
            await drive.PostAsync(path, "task=NoSuchTask", new JsonObject());
        }

        await RunAsync($"/cameras/{drive.Items.Of("ptzPresets")[0].ParentId}/ptzPresets", PresetTasks);
        await RunAsync($"/roles/{drive.Items.Of("users")[0].ParentId}/users", ["AddRoleMember", "RemoveRoleMember"]);
        await RunAsync("/mipKinds", ["SetMIPOptionProperty", "GetMIPOptionProperty"]);
        await StopAsync();
    }

    private async Task<IReadOnlyList<string>> OfferedAsync(string path) =>
        [.. JsonNode.Parse((await drive.GetAsync(path, "tasks&noData")).Body)!["tasks"]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>())];

    private async Task RunAsync(string path, IReadOnlyList<string> tasks)
    {
        foreach (var task in tasks)
        {
            await RunTaskAsync(path, task);
        }
    }

    private async Task RunTaskAsync(string path, string task)
    {
        if (await bodies.ForAsync(task, path) is not { } known)
        {
            Unknown.Add($"{task} of {path}");
            return;
        }

        if (known[0].Count > 0)
        {
            await drive.PostAsync(path, "task=" + task, null);
        }

        foreach (var body in known)
        {
            await FollowAsync(await drive.PostAsync(path, "task=" + task, body));
        }
    }

    /// <summary>Reads a queued task until it ends, in both places where it can be read, and cleans it up.</summary>
    private async Task FollowAsync(Exchange started)
    {
        if (TaskOf(started) is not { } path)
        {
            return;
        }

        for (var poll = 0; poll < PollsLimit; poll++)
        {
            var state = (await drive.DataAsync(path))["state"]?.GetValue<string>();
            if (state is "Success" or "Error")
            {
                await ReadEverywhereAsync(path);
                await drive.PostAsync(path, "task=TaskCleanup", new JsonObject());
                return;
            }

            drive.Advance(PollStep);
        }

        throw new InvalidOperationException($"{started} did not end");
    }

    private async Task ReadEverywhereAsync(string path)
    {
        await drive.GetAsync("/tasks");
        await drive.GetAsync(path, "tasks");
        foreach (var recorder in drive.Items.Of("recordingServers"))
        {
            await drive.GetAsync($"/recordingServers/{recorder.Id}/tasks");
            await drive.GetAsync($"/recordingServers/{recorder.Id}{path}");
        }
    }

    /// <summary>Stops one task while it runs and cleans it up where it hangs below its recorder.</summary>
    private async Task StopAsync()
    {
        var recorder = "/recordingServers/" + drive.Items.Of("recordingServers")[0].Id;
        var body = (await bodies.ForAsync("AddHardware", recorder))![0];
        if (TaskOf(await drive.PostAsync(recorder, "task=AddHardware", body)) is { } path)
        {
            await drive.PostAsync(path, "task=TaskStop", new JsonObject());
            await drive.GetAsync(path);
            await drive.PostAsync(recorder + path, "task=TaskCleanup", new JsonObject());
        }
    }

    private static string? TaskOf(Exchange started) =>
        started.Status / 100 == 2 && JsonNode.Parse(started.Body)?["result"]?["path"]?["id"]?.GetValue<string>() is { } id ? "/tasks/" + id : null;
}

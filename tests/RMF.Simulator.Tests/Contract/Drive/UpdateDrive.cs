using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>Writes every kind of item, whole and in part, with good values and bad ones.</summary>
internal static class UpdateDrive
{
    private const int ItemsOfAKind = 2;

    public static async Task RunAsync(DriveContext drive)
    {
        foreach (var operation in drive.Operations.Where(operation => operation.Verb is "PUT" or "PATCH"))
        {
            // A camera's settings, a microphone's and so on are different things: one of each parent's kind.
            var paths = operation.Resources[0] == "settings"
                ? drive.Items.Of("settings").DistinctBy(item => item.ParentType).Select(item => "/settings/" + item.Id)
                : drive.Paths(operation).Take(ItemsOfAKind);
            foreach (var path in paths)
            {
                await WriteAsync(drive, operation.Verb, path);
            }
        }
    }

    private static async Task WriteAsync(DriveContext drive, string verb, string path)
    {
        var data = await drive.DataAsync(path);
        if (data.ContainsKey("description"))
        {
            data["description"] = $"written by {verb}";
        }

        await drive.Site.SendAsync(verb, path, "", data.ToJsonString());
        await drive.Site.SendAsync(verb, path, "", new JsonObject { ["enabled"] = "perhaps", ["name"] = 12, ["stream"] = "none" }.ToJsonString());
        await drive.Site.SendAsync(verb, path, "", "{ broken");
        await drive.Site.SendAsync(verb, path[..path.LastIndexOf('/')] + "/" + Guid.Empty, "", data.ToJsonString());
    }
}

using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>Creates one of each kind that can be created.</summary>
internal static class CreateDrive
{
    private static readonly Dictionary<string, Func<JsonObject>> Bodies = new(StringComparer.Ordinal)
    {
        ["storages"] = () => new() { ["name"] = "New storage", ["description"] = "made by a test", ["diskPath"] = @"G:\New", ["maxSize"] = 2048, ["retainMinutes"] = 1440, ["signing"] = false },
        ["archiveStorages"] = () => new() { ["name"] = "New archive", ["description"] = "", ["diskPath"] = @"G:\Archive", ["maxSize"] = 4096, ["retainMinutes"] = 90000 },
        ["ptzPresets"] = () => new() { ["name"] = "New preset", ["description"] = "", ["pan"] = 0.1, ["tilt"] = -0.2, ["zoom"] = 0.3 },
        ["roles"] = () => new() { ["name"] = "New role", ["description"] = "made by a test", ["allowSmartClientLogOn"] = true },
        ["viewGroups"] = Group,
        ["views"] = () => new() { ["name"] = "New view", ["layoutViewItems"] = "<ViewItems />", ["viewItem"] = new JsonArray(new JsonObject { ["viewItemPosition"] = 0, ["viewItemDefinitionXml"] = "<viewitem />" }) },
        ["patrollingProfiles"] = () => new() { ["name"] = "New profile", ["description"] = "", ["customizeTransitions"] = true, ["initSpeed"] = 0.5 },
        ["mipKinds"] = MipKind,
        ["cameraGroups"] = Group,
        ["microphoneGroups"] = Group,
        ["speakerGroups"] = Group,
        ["inputEventGroups"] = Group,
        ["outputGroups"] = Group,
        ["metadataGroups"] = Group,
    };

    public static async Task RunAsync(DriveContext drive)
    {
        foreach (var operation in drive.Operations.Where(operation => operation.Verb == "POST" && !operation.Template.EndsWith('}')))
        {
            var made = operation.Resources[^1];
            var paths = drive.Paths(operation);
            if (made is "ptzPresets" or "patrollingProfiles")
            {
                paths = [.. paths.Where(path => drive.Items.Of("ptzPresets").Any(preset => path.Contains(preset.ParentId, StringComparison.Ordinal)))];
            }

            if (Bodies.TryGetValue(made, out var body))
            {
                await drive.PostAsync(paths[0], "", body());
                await drive.PostAsync(paths[0], "", new JsonObject());
            }
            else
            {
                var member = drive.Items.Of(made)[^1];
                await drive.PostAsync(paths[0], "", new JsonObject { ["type"] = made, ["id"] = member.Id });
                await drive.PostAsync(paths[0], "", new JsonObject { ["type"] = made, ["id"] = Guid.Empty.ToString() });
            }
        }
    }

    /// <summary>A kind of a plug-in's items: a new site has none.</summary>
    public static JsonObject MipKind() => new() { ["name"] = "New kind", ["pluginName"] = "Test", ["displayOnGisMap"] = true };

    private static JsonObject Group() => new() { ["name"] = "New group", ["description"] = "made by a test" };
}

namespace RMF.Simulator.Tests.Contract;

/// <summary>Deletes one of each kind that can be deleted, leaves first; all hardware, so that recorders can go.</summary>
internal static class DeleteDrive
{
    private static readonly string[] LeavesFirst =
        ["patrollingProfiles", "ptzPresets", "cameras", "microphones", "speakers", "inputEvents", "outputs", "metadata", "archiveStorages", "hardware", "storages"];

    public static async Task RunAsync(DriveContext drive)
    {
        var operations = drive.Operations.Where(operation => operation.Verb == "DELETE")
            .OrderBy(operation => Array.IndexOf(LeavesFirst, operation.Resources[^1]) is var at && at < 0 ? LeavesFirst.Length : at)
            .ThenBy(operation => operation.Resources[0] == "recordingServers" && operation.Resources.Count == 1);
        foreach (var operation in operations)
        {
            // The last one first: items in use stand at the beginning.
            foreach (var path in drive.Paths(operation).Reverse())
            {
                if ((await drive.Site.SendAsync("DELETE", path, "", null)).Status == 200)
                {
                    drive.Items.Forget(operation.Resources[^1], path.Split('/')[^1]);
                    if (operation.Resources[^1] != "hardware")
                    {
                        break;
                    }
                }
            }

            await drive.Site.SendAsync("DELETE", Nowhere(operation), "", null);
        }
    }

    private static string Nowhere(ContractOperation operation) => operation.Template
        .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{idParent}", Guid.Empty.ToString(), StringComparison.Ordinal);
}

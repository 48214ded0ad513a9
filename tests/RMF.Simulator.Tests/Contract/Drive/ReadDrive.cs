namespace RMF.Simulator.Tests.Contract;

/// <summary>Reads everything that can be read, in every way in which it can be asked for.</summary>
internal static class ReadDrive
{
    /// <summary>Children are found through their parents, two levels deep; one more round shows that nothing new appears.</summary>
    private const int Rounds = 4;

    /// <summary>Every item is read once; this many of a kind are read in every way.</summary>
    private const int ItemsAskedEveryWay = 6;

    private static readonly Dictionary<string, string> Children = new(StringComparer.Ordinal)
    {
        ["/recordingServers"] = "storages,hardware,cameras,microphones,speakers,inputEvents,outputs,metadata",
        ["/childSites"] = "childSites,siteAddresses",
        ["/hardware"] = "cameras,microphones,speakers,inputEvents,outputs,metadata",
        ["/cameras"] = "ptzPresets",
        ["/cameraGroups"] = "cameras,cameraGroups",
        ["/microphoneGroups"] = "microphones,microphoneGroups",
        ["/speakerGroups"] = "speakers,speakerGroups",
        ["/inputEventGroups"] = "inputEvents,inputEventGroups",
        ["/outputGroups"] = "outputs,outputGroups",
        ["/metadataGroups"] = "metadata,metadataGroups",
    };

    /// <summary>Asked of a single item. Items below a parent declare none of it.</summary>
    private static readonly string[] OfOne = ["tasks", "tasks&noData", "resources", "definitions", "definitions&noData", "tasks&resources&definitions"];

    private static readonly string[] OfMany = ["disabled", "disabled&page=0&size=1", "page=1&size=1", "disabled&page=99&size=10", "noSuchName=1", "displayName=contains:'a'"];

    public static async Task RunAsync(DriveContext drive)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var operation in drive.Operations.Where(operation => operation.Verb == "GET"))
            {
                foreach (var path in drive.Paths(operation).Where(done.Add))
                {
                    await drive.GetAsync(path);
                    var times = asked[operation.Template] = asked.GetValueOrDefault(operation.Template) + 1;
                    if (times <= ItemsAskedEveryWay)
                    {
                        await AskAsync(drive, operation, path);
                    }
                }
            }
        }
    }

    private static async Task AskAsync(DriveContext drive, ContractOperation operation, string path)
    {
        var queries = !operation.Template.EndsWith('}') ? OfMany : operation.Resources.Count == 1 ? OfOne : [];
        foreach (var query in queries)
        {
            await drive.GetAsync(path, query);
        }

        if (Children.TryGetValue(path, out var children))
        {
            await drive.GetAsync(path, "disabled&includeChildren=" + children);
            await drive.GetAsync(path, "includeChildren=" + children.Split(',')[0]);
        }
    }
}

namespace RMF.Simulator.Tests.Contract;

/// <summary>Asks for what is not there or not allowed.</summary>
internal static class ErrorDrive
{
    public static async Task RunAsync(DriveContext drive)
    {
        foreach (var operation in drive.Operations.Where(operation => operation.Verb == "GET" && operation.Template.EndsWith('}')))
        {
            await drive.GetAsync(operation.Template
                .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{idParent}", Guid.Empty.ToString(), StringComparison.Ordinal));
        }

        // What the simulator does not serve is refused in the shape of a refusal.
        foreach (var operation in drive.Document.Operations.Where(operation => operation.Verb == "GET" && operation.Resources.Count == 1 && !operation.Template.EndsWith('}')))
        {
            if (!ServedResources.Names.Contains(operation.Resources[0]) && operation.Declares(404))
            {
                await drive.GetAsync(operation.Template);
            }
        }

        drive.Site.ForgetToken();
        await drive.GetAsync("/cameras");
        await drive.GetAsync("/sites");
        await drive.Site.SendAsync("PATCH", "/cameras/" + Guid.Empty, "", "{}");
    }
}

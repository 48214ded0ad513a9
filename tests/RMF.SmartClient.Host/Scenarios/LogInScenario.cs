using VideoOS.Platform;
using VideoOS.Platform.Login;
using VideoOS.Platform.Util;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The client is logged in to both sites, and a plugin sees their items, its token and the operator's rights.</summary>
internal sealed class LogInScenario : Scenario
{
    public override string Name => "log-in";

    public override async Task RunAsync(Stage stage)
    {
        var master = EnvironmentManager.Instance.GetSiteItem(EnvironmentManager.Instance.MasterSite);
        stage.Check("the primary is the site of the log-in", master.Name == stage.Lab.Primary.Server.Name, master.Name);
        stage.Check("the secondary is below it", master.GetChildren() is [{ } child] && child.Name == stage.Lab.Secondary.Server.Name);
        var cameras = Configuration.Instance.GetItemsByKind(Kind.Camera).Where(i => i.FQID.FolderType == FolderType.No).ToList();
        stage.Check("cameras of both sites are items", cameras.Count > stage.Lab.Pairs.Count * 2, $"{cameras.Count} cameras, {stage.Lab.Pairs.Count} pairs");
        var gate = stage.Camera(stage.Lab.Primary, "Gate 1");
        stage.Check("an FQID survives being written", Configuration.Instance.GetItem(new FQID(gate.FQID.ToXmlNode().OuterXml)) == gate);

        var token = await Task.Run(() => LoginSettingsCache.GetLoginSettings(EnvironmentManager.Instance.MasterSite).IdentityTokenCache.Token);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var answer = await http.GetAsync(new Uri(stage.Lab.Primary.Server.BaseUri, "/api/rest/v1/sites"));
        stage.Check("the operator's token opens the gateway", answer.IsSuccessStatusCode, answer.StatusCode.ToString());

        SecurityAccess.CheckPermission(gate, "EXPORT");
        stage.Client.Denials.Add(gate.FQID.ObjectId, "EXPORT");
        stage.Check("a right that the operator lacks is refused", Refuses(() => SecurityAccess.CheckPermission(gate, "EXPORT")));
    }

    private static bool Refuses(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (NotAuthorizedMIPException)
        {
            return true;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace RMF.Simulator.Tests.Recordings;

/// <summary>What the server command service tells of evidence locks.</summary>
public sealed class EvidenceLockTests
{
    private const string World = """
        world: evidence
        sites:
          - name: E
            side: primary
            recorders:
              - name: REC
                hardware:
                  - { name: Left, model: AXIS P3265-LVE, address: 10.1.0.1, mac: "ACCC8E010001", cameras: [{ name: Same }] }
                  - { name: Right, model: AXIS P3265-LVE, address: 10.1.0.2, mac: "ACCC8E010002", cameras: [{ name: Same }] }
            evidenceLocks:
              - { name: Break-in, cameras: [Left/0], from: -26h, to: -25h }
              - { name: Crash, cameras: [Left/0, Right/0], from: -50h, to: -49h }
        """;

    private const string None = "0001-01-01T00:00:00Z";
    private static readonly XNamespace Server = "http://videoos.net/2/XProtectCSServerCommand";
    private static readonly XNamespace Arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    [Fact]
    public async Task A_world_places_locks_and_a_search_without_limits_tells_all_of_them_in_order()
    {
        await using var test = await StartAsync();
        var found = await SearchAsync(test, []);
        Assert.Equal(["Crash", "Break-in"], found.Select(f => f.Name));
        Assert.Equal([2, 1], found.Select(f => f.Devices.Count));
        Assert.Equal(["Break-in", "Crash"], (await SearchAsync(test, [], ascending: false)).Select(f => f.Name));
        Assert.Equal(2, test.Site.EvidenceLocks.Count);
    }

    [Fact]
    public async Task A_search_names_devices_times_and_a_page()
    {
        await using var test = await StartAsync();
        var right = Camera(test, "Right");
        Assert.Equal(["Crash"], (await SearchAsync(test, [new XElement(Arrays + "guid", right)])).Select(f => f.Name));
        Assert.Equal(["Break-in"], (await SearchAsync(test, [], createdFrom: Text(test.Time.GetUtcNow().AddHours(-30)))).Select(f => f.Name));
        Assert.Equal(["Crash"], (await SearchAsync(test, [], createdTo: Text(test.Time.GetUtcNow().AddHours(-30)))).Select(f => f.Name));
        Assert.Equal(["Break-in"], (await SearchAsync(test, [], page: 1, size: 1)).Select(f => f.Name));
        Assert.Empty(await SearchAsync(test, [], page: 2, size: 1));
        Assert.Equal(2, (await SearchAsync(test, [new XElement(Server + "guid", right)])).Count);
    }

    [Fact]
    public async Task Locks_are_placed_and_removed_behind_the_clients_back()
    {
        await using var test = await StartAsync();
        var now = test.Time.GetUtcNow();
        var id = test.Site.EvidenceLocks.Add("New", [Camera(test, "Right").ToString()], now.AddHours(-1), now);
        Assert.Equal("New", (await SearchAsync(test, []))[^1].Name);
        Assert.True(test.Site.EvidenceLocks.Remove(id));
        Assert.False(test.Site.EvidenceLocks.Remove(id));
        Assert.Equal(2, (await SearchAsync(test, [])).Count);
        Assert.Throws<ArgumentException>(() => test.Site.EvidenceLocks.Add("x", ["Same"], now.AddHours(-1), now));
        Assert.Throws<ArgumentException>(() => test.Site.EvidenceLocks.Add("x", [], now, now));
    }

    [Theory]
    [InlineData("-1", "10", "CreateTime", "10000")]
    [InlineData("0", "0", "CreateTime", "10000")]
    [InlineData("0", "", "CreateTime", "10000")]
    [InlineData("0", "10", "Colour", "10000")]
    public async Task What_cannot_be_is_a_fault(string page, string size, string order, string number)
    {
        await using var test = await StartAsync();
        Assert.Equal(number, (await AskAsync(test, [], [("pageIndex", page), ("pageSize", size), ("sortOrder", order)])).Descendants("ErrorNumber").Single().Value);
    }

    [Theory]
    [InlineData("Expert")]
    [InlineData("Professional+")]
    public async Task Only_corporate_has_them_and_the_licence_tells_the_product(string product)
    {
        await using var test = await StartAsync(World.Replace("side: primary", "side: primary\n    product: " + product, StringComparison.Ordinal));
        Assert.Equal("40000", (await AskAsync(test, [], [])).Descendants("ErrorNumber").Single().Value);
        Assert.Equal("XProtect " + product, (await test.GetAsync("licenseInformations")).Json.GetProperty("array")[0].GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData("product: Corporat", "'Corporat' is no product: it is one of Corporate, Expert, Professional+, Express+, Essential+.")]
    [InlineData("evidenceLocks: [{ name: x, cameras: [Lft/0], from: -2h, to: -1h }]", "There is no 'Lft/0' among the cameras of this site.")]
    [InlineData("evidenceLocks: [{ name: x, cameras: [Left/0], from: -1h, to: -2h }]", "The end is not after the beginning.")]
    [InlineData("evidenceLocks: [{ name: x, cameras: [Left/0], from: -2h, to: -1h, until: now }]", "'until' is not known here.")]
    public void A_mistake_in_a_world_is_told(string line, string message)
    {
        var text = World[..World.IndexOf("    evidenceLocks", StringComparison.Ordinal)] + "    " + line;
        Assert.Contains(message, Assert.Throws<WorldException>(() => RMF.Simulator.World.Parse(text, "w.yaml")).Message, StringComparison.Ordinal);
    }

    private static Task<TestSite> StartAsync(string world = World) => TestSite.StartAsync(world: RMF.Simulator.World.Parse(world, "w.yaml"));

    private static Guid Camera(TestSite test, string hardware)
    {
        var ids = test.Site.Data.List("cameras").Select(c => c.Id).ToList();
        return ids[test.Site.Data.List("hardware").Select(h => h.Name).ToList().IndexOf(hardware)];
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    private static async Task<List<(string Name, List<Guid> Devices)>> SearchAsync(
        TestSite test, XElement[] devices, string createdFrom = None, string createdTo = None, int page = 0, int size = 100, bool ascending = true)
    {
        var answer = await AskAsync(test, devices,
        [
            ("createdFromTime", createdFrom), ("createdToTime", createdTo), ("markedDataFromTime", None), ("markedDataToTime", None), ("tagTimeFromTime", None), ("tagTimeToTime", None),
            ("pageIndex", page.ToString(CultureInfo.InvariantCulture)), ("pageSize", size.ToString(CultureInfo.InvariantCulture)), ("sortOrder", "CreateTime"), ("sortAscending", ascending ? "true" : "false"),
        ]);
        return [.. answer.Descendants(Server + "MarkedDataSearchResult").Single().Elements(Server + "MarkedData")
            .Select(e => (e.Element(Server + "Header")!.Value, e.Element(Server + "DeviceIds")!.Elements(Arrays + "guid").Select(g => Guid.Parse(g.Value)).ToList()))];
    }

    private static async Task<XElement> AskAsync(TestSite test, XElement[] devices, (string Name, string Value)[] arguments)
    {
        var login = await PostAsync(test, new XElement(Server + "Login", new XElement(Server + "instanceId", Guid.NewGuid())));
        var token = login.Descendants(Server + "Token").Single().Value;
        return await PostAsync(test, new XElement(Server + "MarkedDataSearch", new XElement(Server + "token", token), new XElement(Server + "deviceIds", devices), arguments.Select(a => new XElement(Server + a.Name, a.Value))));
    }

    private static async Task<XElement> PostAsync(TestSite test, XElement operation)
    {
        XNamespace envelope = "http://schemas.xmlsoap.org/soap/envelope/";
        using var content = new StringContent(new XElement(envelope + "Envelope", new XElement(envelope + "Body", operation)).ToString(), Encoding.UTF8, "text/xml");
        content.Headers.Add("SOAPAction", $"\"{Server.NamespaceName}/IServerCommandService/{operation.Name.LocalName}\"");
        using var answer = await test.Client.PostAsync(new Uri("ManagementServer/ServerCommandServiceOAuth.svc", UriKind.Relative), content);
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}

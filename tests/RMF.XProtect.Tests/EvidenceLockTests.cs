using System.Globalization;
using System.Text.RegularExpressions;
using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>Evidence locks as the server command service tells them: all of them, or unknown, and never none by mistake.</summary>
public sealed class EvidenceLockTests
{
    private const string Search = "MarkedDataSearch";
    private const string Fault = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Not for you.</faultstring><detail><ErrorNumber>NUMBER</ErrorNumber></detail></s:Fault></s:Body></s:Envelope>";
    private static readonly WorldSite Harbour = World.Load("harbour").Sites[0];
    private static readonly ItemKey Camera = new("north", ItemKind.Camera, "00000000-0000-0000-0000-0000000000aa");

    public static TheoryData<Personality> Personalities => [.. Enum.GetValues<Personality>()];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task All_pages_are_read_over_a_socket_in_one_search_for_all_devices(int locks, int requests)
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        var cameras = Place(simulated.Server, locks);
        var read = await simulated.Site.Reader.ReadEvidenceLocksAsync(cameras, default);
        Assert.Null(read.WhyUnknown);
        Assert.Equal(locks, read.Known.Count);
        Assert.All(read.Known, l => Assert.Single(l.Devices));
        Assert.Equal(requests, Searches(simulated.Server).Count);
        Assert.DoesNotContain(simulated.Server.Requests.Writes(), r => r.Operation == Search);
    }

    [Fact]
    public async Task Locks_on_other_devices_are_left_out_and_one_on_several_names_those_that_were_asked_for()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        var cameras = Keys(simulated.Server);
        var now = DateTimeOffset.UtcNow;
        simulated.Server.EvidenceLocks.Add("both", [cameras[0].Id, cameras[1].Id, cameras[2].Id], now.AddHours(-2), now.AddHours(-1));
        simulated.Server.EvidenceLocks.Add("other", [cameras[3].Id], now.AddHours(-2), now.AddHours(-1));
        var read = await simulated.Site.Reader.ReadEvidenceLocksAsync([cameras[1], cameras[2], cameras[4]], default);
        Assert.Equal(new HashSet<ItemKey> { cameras[1], cameras[2] }, [.. Assert.Single(read.Known).Devices]);
    }

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task Every_release_tells_them(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(Harbour, personality);
        var cameras = Place(simulated.Server, 3);
        Assert.Equal((3, null), Short(await simulated.Site.Reader.ReadEvidenceLocksAsync(cameras, default)));
    }

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task A_product_that_is_known_to_have_none_has_none(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(Harbour with { Product = "Expert" }, personality);
        Assert.Equal((0, null), Short(await simulated.Site.Reader.ReadEvidenceLocksAsync(Keys(simulated.Server), default)));
        Assert.Single(Searches(simulated.Server));
    }

    [Theory]
    [InlineData("40000", "[{\"displayName\":\"XProtect Corporate 2025 R2\"}]", false)]
    [InlineData("40000", "[{\"displayName\":\"XProtect Expertise 2025 R2\"}]", false)]
    [InlineData("40000", "[{\"displayName\":\"XProtect Expert 2025 R2\"},{\"displayName\":\"XProtect Corporate 2025 R2\"}]", false)]
    [InlineData("40000", "[{}]", false)]
    [InlineData("40000", "[7]", false)]
    [InlineData("40000", "[]", false)]
    [InlineData("40000", "[{\"displayName\":\"xprotect professional+ 2023 R2\"}]", true)]
    [InlineData("40000", "[{\"displayName\":\"XProtect Expert\"}]", true)]
    [InlineData("10000", "[{\"displayName\":\"XProtect Corporate 2025 R2\"}]", false)]
    [InlineData("10000", "[{\"displayName\":\"XProtect Express+ 2025 R2\"}]", true)]
    public async Task A_refusal_is_unknown_unless_the_licence_names_a_product_without_them(string number, string licences, bool isNone)
    {
        using var wire = Script(_ => ScriptedSite.Answer(Fault.Replace("NUMBER", number, StringComparison.Ordinal), 500, "text/xml"))
            .Json("GET", "licenseInformations$", $$"""{"array":{{licences}}}""");
        Assert.Equal(isNone, IsNone(await ReadAsync(wire), "Not for you"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task An_answer_that_is_no_list_is_unknown(int status)
    {
        using var wire = Script(_ => ScriptedSite.Answer("<html/>", status, "text/html"));
        Assert.False(IsNone(await ReadAsync(wire), "north: "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<MarkedDataSearchResult i:nil='true' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'/>")]
    public async Task A_missing_list_is_unknown_and_not_empty(string result)
    {
        using var wire = Script(_ => Answer(result));
        Assert.Equal((0, "the site answered without a list of them"), Short(await ReadAsync(wire)));
    }

    [Theory]
    [InlineData("<MarkedData><Id>{id}</Id><DeviceIds><guid>{camera}</guid></DeviceIds></MarkedData>", 1, null)]
    [InlineData("<MarkedData><Id>{id}</Id><DeviceIds><guid>{{camera}}</guid></DeviceIds><UseRetention>true</UseRetention></MarkedData>", 1, null)]
    [InlineData("<MarkedData><Id>{id}</Id><DeviceIds><guid>{camera}</guid></DeviceIds><UseRetention>false</UseRetention></MarkedData>", 0, null)]
    [InlineData("<MarkedData><Id>{id}</Id><DeviceIds/></MarkedData>", 0, null)]
    [InlineData("<MarkedData><Id>{id}</Id></MarkedData>", 0, "of which devices")]
    [InlineData("<MarkedData><Id>{id}</Id><DeviceIds><guid>camera 1</guid></DeviceIds></MarkedData>", 0, "of which devices")]
    [InlineData("<MarkedData><DeviceIds><guid>{camera}</guid></DeviceIds></MarkedData>", 0, "of which devices")]
    [InlineData("<MarkedData/><MarkedData><Id>{id}</Id><DeviceIds><guid>{camera}</guid></DeviceIds></MarkedData>", 1, "of which devices")]
    public async Task A_lock_that_does_not_say_what_it_holds_leaves_the_rest_unknown(string entries, int known, string? unknown)
    {
        using var wire = Script(_ => Answer("<MarkedDataSearchResult>" + Entry(entries, 1) + "</MarkedDataSearchResult>"));
        var read = await ReadAsync(wire);
        Assert.Equal(known, read.Known.Count);
        Assert.True(unknown is null ? read.WhyUnknown is null : read.WhyUnknown?.Contains(unknown, StringComparison.Ordinal), read.WhyUnknown);
    }

    [Fact]
    public async Task A_server_that_does_not_page_is_left_and_what_it_did_not_tell_is_unknown()
    {
        using var wire = Script(_ => Page(0));
        Assert.Equal((100, "the site gave the same page of its list again"), Short(await ReadAsync(wire)));
        Assert.Equal(2, wire.Calls.Count(c => c.Body.Contains(Search, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task So_many_pages_are_read_at_most()
    {
        using var wire = Script(call => Page(int.Parse(Regex.Match(call.Body, "(?<=<pageIndex>)[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, CultureInfo.InvariantCulture)));
        Assert.Equal((10_000, "the site has more than 10000 of them"), Short(await ReadAsync(wire)));
        Assert.Equal(100, wire.Calls.Count(c => c.Body.Contains(Search, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 0)]
    public async Task Many_devices_are_found_among_all_locks_of_the_site(int devices, int named)
    {
        using var wire = Script(_ => Answer("<MarkedDataSearchResult>" + Entry("<MarkedData><Id>{id}</Id><DeviceIds><guid>{camera}</guid></DeviceIds></MarkedData>", 1) + "</MarkedDataSearchResult>"));
        using var site = await Connect.ToAsync(wire);
        var keys = Enumerable.Range(1, devices - 1).Select(n => new ItemKey("north", ItemKind.Camera, Id(n))).Append(Camera).ToList();
        Assert.Single((await site.Reader.ReadEvidenceLocksAsync(keys, default)).Known);
        Assert.Equal(named, Regex.Count(Assert.Single(wire.Calls, c => c.Body.Contains(Search, StringComparison.Ordinal)).Body, "<guid ", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_arguments_stand_in_the_order_of_the_service_and_ids_in_the_namespace_of_lists()
    {
        using var wire = Script(_ => Answer("<MarkedDataSearchResult/>"));
        Assert.True(IsNone(await ReadAsync(wire), ""));
        var body = System.Xml.Linq.XElement.Parse(Assert.Single(wire.Calls, c => c.Body.Contains(Search, StringComparison.Ordinal)).Body);
        var operation = body.Elements().Single().Elements().Single();
        Assert.Equal(
            "token deviceIds createdFromTime createdToTime markedDataFromTime markedDataToTime tagTimeFromTime tagTimeToTime retentionExpireFrom retentionExpireTo pageIndex pageSize sortOrder sortAscending".Split(' '),
            operation.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("{http://schemas.microsoft.com/2003/10/Serialization/Arrays}guid", operation.Elements().ElementAt(1).Elements().Single().Name.ToString());
        Assert.Equal("0001-01-01T00:00:00.0000000Z", operation.Elements().Single(e => e.Name.LocalName == "tagTimeToTime").Value);
        var until = DateTimeOffset.Parse(operation.Elements().Single(e => e.Name.LocalName == "createdToTime").Value, CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.UtcNow - until, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(FaultKind.Stall)]
    [InlineData(FaultKind.ResetBeforeEffect)]
    [InlineData(FaultKind.HalfAnswer)]
    [InlineData(FaultKind.ErrorStatus)]
    public async Task What_breaks_off_between_two_pages_leaves_the_rest_unknown(FaultKind kind)
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour, change: c => c with { ReadTimeout = TimeSpan.FromSeconds(1) });
        var cameras = Place(simulated.Server, 250);
        simulated.Server.Faults.Add(new Fault { Kind = kind, Path = "*#" + Search, Skip = 1, Status = 500 });
        var read = await simulated.Site.Reader.ReadEvidenceLocksAsync(cameras, default);
        Assert.Equal(100, read.Known.Count);
        Assert.Contains(Search, read.WhyUnknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_breaks_off_once_is_read_again()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        var cameras = Place(simulated.Server, 150);
        simulated.Server.Faults.Add(new Fault { Kind = FaultKind.HalfAnswer, Path = "*#" + Search, Skip = 1, Count = 1 });
        Assert.Equal((150, null), Short(await simulated.Site.Reader.ReadEvidenceLocksAsync(cameras, default)));
    }

    private static (int, string?) Short(EvidenceLocks read) => (read.Known.Count, read.WhyUnknown);

    /// <summary>True: the site has none. False: it is not known, and these words say why.</summary>
    private static bool IsNone(EvidenceLocks read, string words)
    {
        Assert.Empty(read.Known);
        Assert.True(read.WhyUnknown?.Contains(words, StringComparison.Ordinal) ?? true, read.WhyUnknown);
        return read.WhyUnknown is null;
    }

    private static IReadOnlyList<RecordedRequest> Searches(SimulatedSite server) => [.. server.Requests.List().Where(r => r.Operation == Search)];

    private static List<ItemKey> Keys(SimulatedSite server) => [.. server.Data.List("cameras").Select(c => new ItemKey(server.Name, ItemKind.Camera, c.Id.ToString("D")))];

    private static List<ItemKey> Place(SimulatedSite server, int locks)
    {
        var cameras = Keys(server);
        for (var i = 0; i < locks; i++)
        {
            var at = DateTimeOffset.UtcNow.AddHours(-1 - i);
            server.EvidenceLocks.Add("lock " + i, [cameras[i % cameras.Count].Id], at.AddMinutes(-5), at);
        }

        return cameras;
    }

    private static string Id(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private static string Entry(string text, int number) => text.Replace("{id}", Id(number), StringComparison.Ordinal).Replace("{camera}", Camera.Id.ToUpperInvariant(), StringComparison.Ordinal);

    private static HttpResponseMessage Page(int page) => Answer("<MarkedDataSearchResult>"
        + string.Concat(Enumerable.Range(page * 100, 100).Select(n => Entry("<MarkedData><Id>{id}</Id><DeviceIds><guid>{camera}</guid></DeviceIds></MarkedData>", n))) + "</MarkedDataSearchResult>");

    private static HttpResponseMessage Answer(string result)
        => ScriptedSite.Answer($"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><MarkedDataSearchResponse xmlns='http://videoos.net/2/XProtectCSServerCommand'>{result}</MarkedDataSearchResponse></s:Body></s:Envelope>", 200, "text/xml");

    private static ScriptedSite Script(Func<ScriptedSite.Call, HttpResponseMessage> search) => new ScriptedSite().On("POST", "ServerCommandServiceOAuth\\.svc$", call => call.Body.Contains(Search, StringComparison.Ordinal)
        ? search(call)
        : ScriptedSite.Answer("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><LoginResponse><LoginResult><Token>TOKEN#x#</Token></LoginResult></LoginResponse></s:Body></s:Envelope>", 200, "text/xml"));

    private static async Task<EvidenceLocks> ReadAsync(ScriptedSite wire)
    {
        using var site = await Connect.ToAsync(wire);
        return await site.Reader.ReadEvidenceLocksAsync([Camera], default);
    }
}

using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>Device licences of the simulated site.</summary>
public sealed class LicenseTests
{
    public static TheoryData<Personality> Personalities => [.. Enum.GetValues<Personality>()];

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task Devices_with_and_without_a_licence_are_used_ones(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(personality: personality);
        var devices = simulated.Server.Data.List("hardware").Count;
        simulated.Server.DeviceLicenses = devices + 3;
        Assert.Equal(new DeviceLicenses(devices, devices + 3), (await simulated.Site.Reader.ReadDeviceLicensesAsync(default)).Value);
        simulated.Server.DeviceLicenses = devices - 1;
        var shortage = (await simulated.Site.Reader.ReadDeviceLicensesAsync(default)).Value!.Value;
        Assert.Equal((devices, devices - 1, 0), (shortage.Used, shortage.Total, shortage.Free));
    }

    [Fact]
    public async Task A_site_without_the_resource_tells_nothing_and_one_in_trouble_is_an_error()
    {
        using var wire = new ScriptedSite().Json("GET", "licenseInformations$", """{"error":{"httpCode":404,"details":[{"errorText":"Unknown resource: licenseInformations"}]}}""", 404);
        using var site = await Connect.ToAsync(wire);
        var untold = await site.Reader.ReadDeviceLicensesAsync(default);
        Assert.Null(untold.Error);
        Assert.Null(untold.Value);
        wire.Json("GET", "licenseInformations$", """{"error":{"httpCode":403,"details":[{"errorText":"no","errorTextId":"VMO61008"}]}}""", 403);
        Assert.NotNull((await site.Reader.ReadDeviceLicensesAsync(default)).Error);
    }

    [Theory]
    [InlineData("13 out of 5000", 13L, 5000L)]
    [InlineData("  0  out of  12 ", 0L, 12L)]
    [InlineData("Unlimited", null, null)]
    [InlineData("13", null, null)]
    [InlineData("a out of b", null, null)]
    [InlineData("13 out of -5", null, null)]
    [InlineData("", null, null)]
    public async Task The_overview_is_two_numbers_or_nothing(string text, long? used, long? total)
    {
        using var wire = new ScriptedSite()
            .Json("GET", "licenseInformations$", """{"array":[{"displayName":"x","relations":{"self":{"type":"licenseInformations","id":"1"}}}]}""")
            .Json("GET", "licenseInformations/1/licenseOverviewAll$", $$"""{"array":[{"licenseType":"Door","activated":"1 out of 2"},{"licenseType":"Device License","activated":"{{text}}"},7,null]}""")
            .Json("GET", "licenseInformations/1/licenseDetails$", """{"array":[{"licenseType":"Device License","inGrace":"2","graceExpired":1,"notLicensed":"many"}]}""");
        using var site = await Connect.ToAsync(wire);
        var read = await site.Reader.ReadDeviceLicensesAsync(default);
        Assert.Null(read.Error);
        Assert.Equal((used + 3, total), (read.Value?.Used, read.Value?.Total));
    }

    [Fact]
    public async Task A_broken_answer_is_an_error()
    {
        using var wire = new ScriptedSite().Json("GET", "licenseInformations$", """{"array":[{"relations":null}]}""");
        using var site = await Connect.ToAsync(wire);
        Assert.Equal(SiteErrorKind.UnexpectedAnswer, (await site.Reader.ReadDeviceLicensesAsync(default)).Error!.Kind);
    }
}

using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>What RMF keeps in a site, over HTTP against the simulated site.</summary>
public sealed class OptionPublisherTests
{
    private static readonly Guid Option = new("8a3c4d0e-1f52-4f8b-9f5d-2f3a5d0c7b11");

    public static TheoryData<Personality> Personalities => [.. Enum.GetValues<Personality>()];

    [Theory]
    [MemberData(nameof(Personalities))]
    public async Task What_is_written_reads_back_and_nothing_is_there_before(Personality personality)
    {
        await using var simulated = await Simulated.InProcessAsync(personality: personality);
        var publisher = simulated.Site.Publisher;
        Assert.Equal("", (await publisher.ReadAsync(Option, default)).Value);
        var text = $"<a b=\"1 &lt; 2\">{new string('x', 48_000)}äöü</a>";
        Assert.Null(await publisher.WriteAsync(Option, text, default));
        Assert.Equal(text, (await publisher.ReadAsync(Option, default)).Value);
        Assert.Equal("", (await publisher.ReadAsync(Guid.NewGuid(), default)).Value);
    }

    [Fact]
    public async Task Reading_is_sent_again_after_a_hiccup_and_writing_is_not()
    {
        await using var simulated = await Simulated.InProcessAsync();
        simulated.Server.Faults.Add(new Fault { Kind = FaultKind.ErrorStatus, Status = 503, Method = "POST", Path = "/mipKinds*", Count = 1 });
        Assert.Equal("", (await simulated.Site.Publisher.ReadAsync(Option, default)).Value);
        simulated.Server.Faults.Add(new Fault { Kind = FaultKind.ErrorStatus, Status = 503, Method = "POST", Path = "/mipKinds*", Count = 1 });
        Assert.Equal(SiteErrorKind.ServerError, (await simulated.Site.Publisher.WriteAsync(Option, "<a/>", default))!.Kind);
        Assert.Equal("", (await simulated.Site.Publisher.ReadAsync(Option, default)).Value);
    }

    [Fact]
    public async Task A_text_that_is_no_xml_is_refused_with_the_sites_words()
    {
        await using var simulated = await Simulated.InProcessAsync();
        var error = await simulated.Site.Publisher.WriteAsync(Option, "no xml", default);
        Assert.Equal(SiteErrorKind.BadRequest, error!.Kind);
        Assert.Contains("XML", error.Message, StringComparison.OrdinalIgnoreCase);
    }
}

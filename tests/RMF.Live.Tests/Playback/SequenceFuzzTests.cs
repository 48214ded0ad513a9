using System.Globalization;
using System.Net;
using System.Text;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect;
using Xunit.Abstractions;

namespace RMF.Live.Tests.Playback;

/// <summary>
/// Answers about sequences that no server should give: letters changed, pieces lost, doubled, put in. Each is read as what it still says, or is an error
/// that says what came; never an exception, never without end.
/// </summary>
[Trait("Proof", "playback")]
public sealed class SequenceFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 600;

    private static readonly string[] Pieces =
    [
        "<SequenceEntry>", "</SequenceEntry>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "<![CDATA[", "]]>", "<TimeEnd>0001-01-01T00:00:00</TimeEnd>",
        "9999-12-31T23:59:59.9999999Z", "-", "null", "[[[[", "{\"sequences\":{}}", "\"timeBegin\":7", "\u0000", "xmlns=\"\"", "2026-13-45T99:00:00Z",
    ];

    [Theory]
    [InlineData(Personality.V2025R2)]
    [InlineData(Personality.Next)]
    public async Task Any_answer_gives_sequences_in_order_or_an_error_that_says_what_came(Personality personality)
    {
        output.WriteLine("RMF_SEED=" + PropertySeed.Text);
        var random = new Random((int)(ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture) % int.MaxValue));
        var time = new ManualTimeProvider { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromSeconds(20) };
        await using var server = new SimulatedSite(World.Load("minimal").Sites[0], new SimulatorOptions { TimeProvider = time, Personality = personality });
        var camera = server.Data.List("cameras")[0];
        var recorder = server.Recorders[0];
        var start = time.GetUtcNow();
        for (var i = 1; i < 8; i++)
        {
            server.Recordings.Remove(camera.Id.ToString(), start.AddHours(-i), start.AddHours(-i).AddMinutes(7));
        }

        using var spoiler = new Spoiler(server.CreateHandler(), random);
        var connector = new XProtectConnector(new XProtectOptions(time, 5) { HandlerFactory = _ => spoiler });
        var connection = new SiteConnection(server.Name, server.BaseUri, new SiteCredential.Basic(server.BasicUser, new Secret(server.Password)));
        Assert.True((await connector.ConnectAsync(connection, default)).TryGet(out var site));
        using var connected = site;
        var recorded = new RecordedCamera(camera.Id.ToString(), recorder.Id.ToString());
        var range = new TimeRange(start.AddHours(-9), start);
        Assert.Equal(8, (await site.Recordings.ReadSequencesAsync(recorded, range, default)).Value!.Count);

        spoiler.IsOn = true;
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var outcome = await site.Recordings.ReadSequencesAsync(recorded, range, default);
            if (outcome.Error is { } error)
            {
                refused++;
                Assert.False(string.IsNullOrWhiteSpace(error.Message), $"round {round}");
                Assert.DoesNotContain("   at RMF.", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("TOKEN#", error.Message, StringComparison.Ordinal);
                continue;
            }

            read++;
            Assert.All(outcome.Value!, s => Assert.True(s.Begin < s.End && s.Begin < range.End && s.End > range.Begin, $"round {round}: {s}"));
            Assert.Equal(outcome.Value!.OrderBy(s => s.Begin), outcome.Value!);
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
        spoiler.IsOn = false;
        Assert.NotEmpty((await site.Recordings.ReadSequencesAsync(recorded, range, default)).Value!);
    }

    /// <summary>Changes the answers about sequences and no others.</summary>
    private sealed class Spoiler(HttpMessageHandler inner, Random random) : DelegatingHandler(inner)
    {
        public bool IsOn { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var isAsked = request.RequestUri!.Query.Contains("GetSequences", StringComparison.Ordinal) || request.RequestUri.AbsolutePath.EndsWith("RecorderCommandService.asmx", StringComparison.Ordinal);
            if (!IsOn || !isAsked)
            {
                return response;
            }

            var text = new StringBuilder(await response.Content.ReadAsStringAsync(cancellationToken));
            for (var changes = 1 + random.Next(4); changes > 0 && text.Length > 0; changes--)
            {
                var at = random.Next(text.Length);
                var length = Math.Min(text.Length - at, 1 + random.Next(60));
                switch (random.Next(5))
                {
                    case 0:
                        text[at] = (char)random.Next(32, 127);
                        break;
                    case 1:
                        text.Remove(at, length);
                        break;
                    case 2:
                        text.Insert(at, text.ToString(at, length));
                        break;
                    case 3:
                        text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                        break;
                    default:
                        text.Replace("2025-12-31T", Pieces[random.Next(Pieces.Length)], at, length);
                        break;
                }
            }

            var status = random.Next(12) == 0 ? (HttpStatusCode)new[] { 201, 400, 403, 404, 500 }[random.Next(5)] : response.StatusCode;
            return new HttpResponseMessage(status) { Content = new StringContent(text.ToString()), RequestMessage = request };
        }
    }
}

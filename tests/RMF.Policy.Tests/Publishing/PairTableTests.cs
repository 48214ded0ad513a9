using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using RMF.Policy.Publishing;
using RMF.Testing;

namespace RMF.Policy.Tests.Publishing;

/// <summary>What a publication tells of pairs besides their ids, and how it stands between releases.</summary>
public sealed class PairTableTests
{
    private static readonly PublishedPlace RecA = new("harbour", "aaaaaaaa-0000-0000-0000-000000000001", "REC-A1");
    private static readonly PublishedPlace RecB = new("inland", "bbbbbbbb-0000-0000-0000-000000000001", "REC \"B\" <1>");

    [Fact]
    public void Places_and_overrides_of_pairs_come_back_as_they_were()
    {
        CameraPair[] pairs =
        [
            new(Id(1), Id(2)) { PrimaryPlace = RecA, SecondaryPlace = RecB, Overrides = OverrideSet.Of([3, 0]) },
            new(Id(3), Id(4)) { PrimaryPlace = RecA, SecondaryPlace = null },
            new(Id(5), Id(6)) { PrimaryPlace = null, SecondaryPlace = RecB, Overrides = OverrideSet.Of([70_000]) },
            new(Id(7), Id(8)),
        ];
        Assert.Equal(pairs, Read(Policy(pairs)).Policy!.Pairs);
    }

    [Fact]
    public void Twelve_thousand_pairs_with_all_that_is_told_of_them_stay_within_sixteen_parts()
    {
        var random = new Random(7);
        var pairs = Enumerable.Range(0, 12_000).Select(_ => new CameraPair(Random(), Random())
        {
            PrimaryPlace = RecA with { RecorderId = Id(random.Next(60)) },
            SecondaryPlace = RecB with { RecorderId = Id(random.Next(60)) },
            Overrides = OverrideSet.Of(Enumerable.Range(0, 20).Where(_ => random.Next(4) == 0)),
        }).ToList();
        var (_, parts) = PolicyEnvelope.Write(Policy(pairs), 0);
        Assert.InRange(parts.Count, 10, 16);
        Assert.All(parts, p => Assert.InRange(p.Length, 1, 64 * 1024));
        Assert.Equal(pairs, Read(Policy(pairs)).Policy!.Pairs);

        string Random()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes).ToString("D");
        }
    }

    [Fact]
    public void A_text_of_an_earlier_release_gives_pairs_without_places()
    {
        CameraPair[] pairs = [new(Id(1), Id(2)) { PrimaryPlace = RecA, SecondaryPlace = RecB, Overrides = OverrideSet.Of([1]) }];
        var read = Edited(Policy(pairs), json =>
        {
            foreach (var member in new[] { "places", "overrides", "rows" })
            {
                Assert.True(json.Remove(member));
            }
        });
        Assert.Equal([new CameraPair(Id(1), Id(2))], read.Policy!.Pairs);
    }

    [Fact]
    public void What_a_later_release_adds_is_passed_over()
    {
        CameraPair[] pairs = [new(Id(1), Id(2)) { PrimaryPlace = RecA, SecondaryPlace = RecB, Overrides = OverrideSet.Of([1]) }];
        var read = Edited(Policy(pairs), json =>
        {
            json["names"] = new JsonArray("one", 2);
            ((JsonArray)json["places"]![0]!).Add("a building");
        });
        Assert.Equal(pairs, read.Policy!.Pairs);
    }

    [Fact]
    public void Tables_that_are_broken_are_reported_or_leave_their_members_untold_and_never_throw()
    {
        CameraPair[] pairs = [new(Id(1), Id(2)) { PrimaryPlace = RecA, SecondaryPlace = RecB }];
        Action<JsonObject>[] breaks =
        [
            j => j["places"] = new JsonArray(new JsonArray("harbour")),
            j => j["places"] = "none",
            j => j["places"] = new JsonArray(new JsonArray(1, 2, 3)),
            j => j["overrides"] = new JsonArray("x"),
            j => j["overrides"] = new JsonArray(new JsonArray(1.5)),
            j => j["rows"] = "%%%",
            j => j["rows"] = 7,
            j => j["pairs"] = "%%%",
            j => j.Remove("pairs"),
        ];
        foreach (var change in breaks)
        {
            var read = Edited(Policy(pairs), change);
            Assert.Null(read.Policy);
            Assert.Contains("packed in a way", read.Problem, StringComparison.Ordinal);
        }

        foreach (var rows in new[] { "", "AQ==", "/////////w==" })
        {
            var read = Edited(Policy(pairs), j => j["rows"] = rows);
            Assert.Equal([new CameraPair(Id(1), Id(2))], read.Policy!.Pairs);
        }
    }

    [Fact]
    public void A_pair_that_moved_or_matches_other_overrides_is_another_publication()
    {
        var policy = Policy([new CameraPair(Id(1), Id(2)) { PrimaryPlace = RecA, SecondaryPlace = RecB, Overrides = OverrideSet.Of([1]) }]);
        var pair = policy.Pairs[0];
        Assert.True(policy.SaysTheSame(policy with { Pairs = [pair with { Overrides = OverrideSet.Of([1]), PrimaryPlace = RecA with { } }] }));
        Assert.False(policy.SaysTheSame(policy with { Pairs = [pair with { PrimaryPlace = RecB }] }));
        Assert.False(policy.SaysTheSame(policy with { Pairs = [pair with { SecondaryPlace = null }] }));
        Assert.False(policy.SaysTheSame(policy with { Pairs = [pair with { Overrides = OverrideSet.None }] }));
    }

    [Fact]
    public void The_settings_of_a_camera_whose_matches_are_known_are_those_that_its_selectors_give()
    {
        var live = new LivePolicy
        {
            Overrides =
            [
                new() { Match = new Selector { Name = "Gate*" }, Client = "WALL-*", Overlay = OverlayRule.Always },
                new() { Match = new Selector { Name = "*" }, Role = "Guards", ReactionTime = TimeSpan.FromMilliseconds(300) },
                new() { Match = new Selector { Group = "/Quay" }, Priority = PreferredSide.Secondary },
                new() { Overlay = OverlayRule.Never },
            ],
        };
        foreach (var camera in new SelectorSubject[] { new() { Name = "Gate 1" }, new() { Name = "Crane", GroupPaths = ["/Quay/East"] }, new() { Name = "Office" } })
        {
            var matching = Enumerable.Range(0, live.Overrides.Count).Where(i => live.Overrides[i].Match?.Matches(camera) ?? true).ToList();
            foreach (var roles in new string[][] { [], ["Guards"], ["Office", "guards"] })
            {
                foreach (var client in new[] { null, "WALL-1", "DESK-1" })
                {
                    var expected = live.For(camera, roles, client);
                    var given = live.For(matching, roles, client);
                    Assert.Equal((expected.Priority, expected.ReactionTime, expected.Overlay, 0), (given.Priority, given.ReactionTime, given.Overlay, given.Overrides.Count));
                }
            }
        }

        Assert.Equal(OverlayRule.OnFailover, live.For([-1, 4, 400], [], null).Overlay);
    }

    private static string Id(int number) => new Guid(number, 0, 0, new byte[8]).ToString("D");

    private static PublishedReading Read(PublishedPolicy policy)
    {
        var (head, parts) = PolicyEnvelope.Write(policy, 0);
        return PolicyEnvelope.Read("a", PolicyEnvelope.ReadHead(head)!, parts);
    }

    /// <summary>Reads what somebody else packed.</summary>
    private static PublishedReading Edited(PublishedPolicy policy, Action<JsonObject> edit)
    {
        var (headText, parts) = PolicyEnvelope.Write(policy, 0);
        var packed = string.Concat(parts.Select(p => XElement.Parse(p).Value));
        JsonObject json;
        using (var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress))
        {
            json = (JsonObject)JsonNode.Parse(zip)!;
        }

        edit(json);
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(json.ToJsonString()));
        }

        var changed = Convert.ToBase64String(bytes.ToArray());
        var head = PolicyEnvelope.ReadHead(headText)! with { Parts = 1, Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(changed))) };
        return PolicyEnvelope.Read("a", head, [new XElement("rmfPart", changed).ToString(SaveOptions.DisableFormatting)]);
    }

    private static PublishedPolicy Policy(IReadOnlyList<CameraPair> pairs)
    {
        var model = PolicyReader.Load(Repository.PathOf("examples/policies/harbour.yaml")).Policy!;
        return new()
        {
            Serial = 1,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            By = "rmf",
            Pairs = pairs,
        };
    }
}

using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Policy.Publishing;
using RMF.Testing;

namespace RMF.Policy.Tests.Publishing;

public sealed class PublishingTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_policy_with_twelve_thousand_pairs_comes_back_as_it_was()
    {
        var policy = Policy(7, 12_000);
        var (head, parts) = PolicyEnvelope.Write(policy, 1);
        Assert.All(parts, p => Assert.InRange(p.Length, 1, 50_000));
        Assert.InRange(parts.Count, 2, 20);
        var told = PolicyEnvelope.ReadHead(head)!;
        Assert.Equal((7, 1, parts.Count, policy.Name, policy.Hash, "rmf"), (told.Serial, told.Slot, told.Parts, told.Name, told.Hash, told.By));
        var read = PolicyEnvelope.Read("a", told, parts);
        Assert.Null(read.Problem);
        Assert.Equal(policy.Pairs, read.Policy!.Pairs);
        Assert.Equal((policy.Text, policy.Serial, policy.Published), (read.Policy.Text, read.Policy.Serial, read.Policy.Published));
        Assert.True(read.Policy.SaysTheSame(policy));
        Assert.False(read.Policy.SaysTheSame(policy with { Pairs = [.. policy.Pairs.Skip(1)] }));
    }

    [Fact]
    public void What_is_not_whole_is_not_a_policy()
    {
        var (headText, parts) = PolicyEnvelope.Write(Policy(1, 4_000), 0);
        var head = PolicyEnvelope.ReadHead(headText)!;
        Assert.True(parts.Count > 1);
        foreach (var broken in new IReadOnlyList<string>[] { [], [.. parts.Skip(1)], [.. parts.Reverse()], [parts[0].Replace("A", "B", StringComparison.Ordinal), .. parts.Skip(1)], ["", .. parts.Skip(1)], ["<!DOCTYPE a><a/>", .. parts.Skip(1)] })
        {
            var read = PolicyEnvelope.Read("a", head, broken);
            Assert.Null(read.Policy);
            Assert.Contains("do not belong together", read.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<rmfPolicy/>")]
    [InlineData("<other version=\"1\" serial=\"1\" slot=\"0\" parts=\"1\" published=\"2026-03-01T12:00:00+00:00\"/>")]
    [InlineData("<rmfPolicy version=\"2\" serial=\"1\" slot=\"0\" parts=\"1\" published=\"2026-03-01T12:00:00+00:00\"/>")]
    [InlineData("<rmfPolicy version=\"1\" serial=\"1\" slot=\"3\" parts=\"1\" published=\"2026-03-01T12:00:00+00:00\"/>")]
    [InlineData("<rmfPolicy version=\"1\" serial=\"1\" slot=\"0\" parts=\"100000\" published=\"2026-03-01T12:00:00+00:00\"/>")]
    [InlineData("<rmfPolicy version=\"1\" serial=\"-1\" slot=\"0\" parts=\"1\" published=\"2026-03-01T12:00:00+00:00\"/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY e \"x\">]><rmfPolicy version=\"1\" serial=\"1\" slot=\"0\" parts=\"1\" published=\"2026-03-01T12:00:00+00:00\">&e;</rmfPolicy>")]
    public void A_head_of_another_kind_is_none(string text) => Assert.Null(PolicyEnvelope.ReadHead(text));

    [Fact]
    public void A_text_that_is_no_valid_policy_or_another_one_is_refused()
    {
        foreach (var policy in new[] { Policy(1, 1) with { Text = "name: nothing else\n" }, Policy(1, 1) with { Hash = new string('0', 64) } })
        {
            var (head, parts) = PolicyEnvelope.Write(policy, 0);
            var read = PolicyEnvelope.Read("a", PolicyEnvelope.ReadHead(head)!, parts);
            Assert.Null(read.Policy);
            Assert.NotNull(read.Problem);
        }
    }

    [Fact]
    public void The_newest_valid_policy_counts_and_an_invalid_one_never_does()
    {
        var old = new PublishedReading("a", Policy(3, 1), null);
        var newer = new PublishedReading("b", Policy(5, 1), null);
        var broken = new PublishedReading("c", null, "broken");
        var gone = new PublishedReading("d", null, "away") { IsUnreachable = true };
        Assert.Same(newer, PublishedChoice.Newest([old, broken, newer, gone]));
        Assert.Same(newer, PublishedChoice.Newest([newer, new PublishedReading("e", Policy(5, 1), null)]));
        Assert.Same(old, PublishedChoice.Newest([broken, gone], old));
        Assert.Same(newer, PublishedChoice.Newest([old], newer));
        Assert.Null(PublishedChoice.Newest([broken, gone]));
    }

    [Fact]
    public void The_local_copy_is_replaced_as_a_whole_and_a_broken_one_is_told()
    {
        var file = Path.Combine(Path.GetTempPath(), $"rmf-{Guid.NewGuid():N}.rmfpublished");
        try
        {
            Assert.Equal((null, null), (PublishedCopy.Load(file).Policy, PublishedCopy.Load(file).Problem));
            PublishedCopy.Save(file, Policy(1, 3_000));
            PublishedCopy.Save(file, Policy(2, 10));
            Assert.Equal(2, PublishedCopy.Load(file).Policy!.Serial);
            Assert.False(File.Exists(file + ".rmf-new"));
            File.WriteAllText(file, "something else");
            Assert.NotNull(PublishedCopy.Load(file).Problem);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Override_records_come_back_as_they_were()
    {
        var record = new OverrideRecord
        {
            Serial = 12,
            Scope = OverrideScope.Recorder,
            Act = OverrideAct.Show,
            Target = "3f0e",
            TargetSide = Side.Secondary,
            Show = Side.Primary,
            Name = "REC <A> & \"B\"",
            Reason = "äöü 'x'",
            User = "DOM\\op",
            From = Then,
            Until = Then.AddHours(1),
        };
        OverrideRecord[] records = [record, record with { Serial = 13, Act = OverrideAct.Suspend, Until = null }, record with { Serial = 14, IsLifted = true }];
        Assert.Equal(records, OverrideText.Read(OverrideText.Write(records)));
        Assert.Empty(OverrideText.Read("")!);
        Assert.Empty(OverrideText.Read(OverrideText.Write([]))!);
        Assert.Equal("a b", OverrideText.Read(OverrideText.Write([record with { Reason = "a\u0001b" }]))!.Single().Reason);
        Assert.Null(OverrideText.Read("<rmfOverrides version=\"2\"/>"));
        Assert.Null(OverrideText.Read("nothing"));
    }

    [Fact]
    public void An_order_that_this_release_does_not_know_is_left_off()
    {
        var text = OverrideText.Write([new OverrideRecord { Serial = 1, Scope = OverrideScope.Side, Act = OverrideAct.Show, From = Then }]);
        Assert.Single(OverrideText.Read(text)!);
        Assert.Empty(OverrideText.Read(text.Replace("\"Show\"", "\"Dance\"", StringComparison.Ordinal))!);
        Assert.Empty(OverrideText.Read(text.Replace("scope=\"Side\"", "scope=\"7\"", StringComparison.Ordinal))!);
    }

    [Fact]
    public void Ids_of_options_are_unlike()
        => Assert.Equal((PolicyEnvelope.MostParts * 2) + 2, Enumerable.Range(0, PolicyEnvelope.MostParts)
            .SelectMany(i => new[] { PublishedOptions.Part(0, i), PublishedOptions.Part(1, i) }).Append(PublishedOptions.Head).Append(PublishedOptions.Overrides).Distinct().Count());

    private static PublishedPolicy Policy(long serial, int pairs)
    {
        var model = PolicyReader.Load(Repository.PathOf("examples/policies/harbour.yaml")).Policy!;
        var random = new Random(3);
        return new()
        {
            Serial = serial,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = Then,
            By = "rmf",
            Pairs = [.. Enumerable.Range(0, pairs).Select(_ => new CameraPair(Id(), Id()))],
        };

        string Id()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes).ToString("D");
        }
    }
}

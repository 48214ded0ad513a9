using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Publishing;
using RMF.Engine.Tests.Fakes;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.Testing;
using Xunit;

namespace RMF.Engine.Tests.Publishing;

public sealed class PolicyPublicationTests
{
    private readonly MemorySite a = Site("a");
    private readonly MemorySite b = Site("b");

    [Fact]
    public async Task A_policy_goes_to_both_sides_once()
    {
        var (published, results) = await PublishAsync(Policy(10));
        Assert.Equal(1, published.Serial);
        Assert.All(results, r => Assert.Equal(PublishStatus.Written, r.Status));
        var writes = a.Published.Writes;
        (published, results) = await PublishAsync(Policy(10));
        Assert.Equal((1, writes), (published.Serial, a.Published.Writes));
        Assert.All(results, r => Assert.Equal(PublishStatus.Unchanged, r.Status));
        (published, _) = await PublishAsync(Policy(11));
        Assert.Equal(2, published.Serial);
    }

    [Fact]
    public async Task A_side_that_was_away_gets_the_same_serial_later()
    {
        b.Published.Failure = Error;
        var (published, results) = await PublishAsync(Policy(1));
        Assert.Equal([PublishStatus.Written, PublishStatus.Failed], results.Select(r => r.Status));
        Assert.Same(Error, results[1].Error);
        b.Published.Failure = null;
        (published, results) = await PublishAsync(Policy(1));
        Assert.Equal(1, published.Serial);
        Assert.Equal([PublishStatus.Unchanged, PublishStatus.Written], results.Select(r => r.Status));
    }

    [Fact]
    public async Task A_publishing_that_breaks_off_anywhere_leaves_the_policy_before_whole()
    {
        await PublishAsync(Policy(4_000));
        var writes = a.Published.Writes;
        for (var allowed = 0; ; allowed++)
        {
            var left = allowed;
            a.Published.OnWrite = (_, _) => left-- > 0 ? null : Error;
            var (published, results) = await PublishAsync(Policy(4_001));
            if (results[0].Status == PublishStatus.Written)
            {
                Assert.Equal(writes, allowed);
                Assert.Equal(2, published.Serial);
                return;
            }

            var held = await PolicyPublication.ReadAsync(a, CancellationToken.None);
            Assert.Equal(1, held.Reading.Policy!.Serial);
        }
    }

    [Fact]
    public async Task A_broken_policy_with_a_high_serial_is_overruled_and_never_used()
    {
        await PublishAsync(Policy(1));
        var head = a.Published.Options[PublishedOptions.Head];
        a.Published.Options[PublishedOptions.Head] = head.Replace("serial=\"1\"", "serial=\"40\"", StringComparison.Ordinal).Replace("digest=\"", "digest=\"0", StringComparison.Ordinal);
        var read = await PolicyPublication.ReadAsync([a, b], CancellationToken.None);
        Assert.Null(read[0].Reading.Policy);
        Assert.Equal("b", PublishedChoice.Newest(read.Select(r => r.Reading))!.Source);
        var (published, results) = await PublishAsync(Policy(1));
        Assert.Equal(41, published.Serial);
        Assert.All(results, r => Assert.Equal(PublishStatus.Written, r.Status));
    }

    [Fact]
    public async Task The_local_copys_serial_counts_when_no_side_has_one()
    {
        var (published, _) = await PolicyPublication.PublishAsync([a, b], Policy(1), [new PublishedReading(PublishedCopy.Source, Policy(2) with { Serial = 8 }, null)], CancellationToken.None);
        Assert.Equal(9, published.Serial);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_read_back()
    {
        a.Published.OnWrite = (option, xml) =>
        {
            a.Published.Options[option] = xml;
            return option == PublishedOptions.Head ? Error : null;
        };
        Assert.Equal(PublishStatus.Written, (await PublishAsync(Policy(1))).Results[0].Status);
    }

    private static SiteError Error { get; } = new(SiteErrorKind.ConnectionLost, "a", "write", "broke", "Again.");

    private static MemorySite Site(string name) => new(new SiteSnapshot(name, "25.2.1.1", DateTimeOffset.UnixEpoch, [], []));

    private static PublishedPolicy Policy(int pairs)
    {
        var model = PolicyReader.Load(Repository.PathOf("examples/policies/harbour.yaml")).Policy!;
        return new()
        {
            Serial = 0,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = DateTimeOffset.UnixEpoch,
            Pairs = [.. Enumerable.Range(1, pairs).Select(i => new CameraPair(new Guid(i, 0, 0, new byte[8]).ToString("D"), new Guid(i, 1, 7, new byte[8]).ToString("D")))],
        };
    }

    private Task<(PublishedPolicy Policy, IReadOnlyList<PublishResult> Results)> PublishAsync(PublishedPolicy policy) => PolicyPublication.PublishAsync([a, b], policy, [], CancellationToken.None);
}

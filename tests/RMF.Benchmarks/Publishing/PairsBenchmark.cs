using System.Diagnostics;
using System.Globalization;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Pairs;

namespace RMF.Benchmarks.Publishing;

/// <summary>A policy with many pairs, written as a site keeps it, read and checked again, and indexed as a client does at its start.</summary>
public static class PairsBenchmark
{
    private const int Rounds = 5;
    private const int CamerasOfRecorder = 200;
    private const int Seed = 8;

    private const string Text =
        """
        apiVersion: rmf/v1
        name: harbour
        sites:
          a: { side: primary, uri: https://a.example/ }
          b: { side: secondary, uri: https://b.example/ }
        recorders: { primary: [REC-A1], secondary: [REC-B1] }
        links: [ { primary: REC-A1, secondary: REC-B1 } ]
        live:
          overrides:
            - { match: { name: "Gate *" }, reactionTime: 500ms }
            - { client: "WALL-*", priority: secondary }

        """;

    /// <param name="count">Pairs.</param>
    /// <param name="output">Takes the numbers.</param>
    public static PairsResult Run(int count, TextWriter output)
    {
        var policy = Published(count);
        var (write, read) = (TimeSpan.Zero, TimeSpan.Zero);
        var (found, parts, characters) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var (head, texts) = PolicyEnvelope.Write(policy, slot: 0);
            write = Longer(write, watch);
            watch.Restart();
            var reading = PolicyEnvelope.Read("site", PolicyEnvelope.ReadHead(head)!, texts);
            var there = reading.Policy ?? throw new InvalidOperationException(reading.Problem);
            var map = new PairMap(PolicyReader.Parse(there.Text, there.Name).Policy!.Live, there.Pairs);
            read = Longer(read, watch);
            found = policy.Pairs.Count(p => map.Find(p.Primary) is { } pair && ReferenceEquals(pair, map.Find(p.Secondary)));
            (parts, characters) = (texts.Count, texts.Sum(t => t.Length));
        }

        var result = new PairsResult(found, parts, characters, write, read);
        output.WriteLine($"{result.Pairs} pairs, {result.Parts} parts, {result.Characters / 1024} Ki characters");
        output.WriteLine($"longest of {Rounds} rounds: written in {Milliseconds(result.Write)}, read, checked and indexed in {Milliseconds(result.Read)}");
        return result;
    }

    private static TimeSpan Longer(TimeSpan longest, Stopwatch watch) => watch.Elapsed > longest ? watch.Elapsed : longest;

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private static PublishedPolicy Published(int count)
    {
        var model = PolicyReader.Parse(Text, "harbour").Policy!;
        var random = new Random(Seed);
        return new()
        {
            Serial = 1,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = DateTimeOffset.UnixEpoch,
            Pairs = [.. Enumerable.Range(0, count).Select(i => new CameraPair(Id(random), Id(random))
            {
                PrimaryPlace = Place("a", i),
                SecondaryPlace = Place("b", i),
                Overrides = OverrideSet.Of(i % 4 == 0 ? [0, 1] : [1]),
            })],
        };
    }

    private static PublishedPlace Place(string site, int camera)
    {
        var recorder = (camera / CamerasOfRecorder).ToString("000", CultureInfo.InvariantCulture);
        return new(site, "00000000-0000-0000-0000-000000000" + recorder, $"REC-{site}-{recorder}");
    }

    private static string Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }
}

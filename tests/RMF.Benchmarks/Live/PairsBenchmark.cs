using System.Diagnostics;
using System.Globalization;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Pairs;
using RMF.Testing;

namespace RMF.Benchmarks.Live;

/// <summary>
/// The pair map from one end to the other: a policy with many pairs is packed into parts, read back and checked, and indexed as a client does at its
/// start. The first pass is cold, as a client has it.
/// </summary>
public static class PairsBenchmark
{
    private const int Rounds = 9;
    private const int Recorders = 60;
    private const int Overrides = 20;
    private const int Seed = 7;

    /// <param name="pairs">How many.</param>
    /// <param name="output">Where the lines go.</param>
    /// <returns>Pairs that were found by either id.</returns>
    public static int Run(int pairs, TextWriter output)
    {
        var policy = Policy(pairs);
        var cold = Pass(policy);
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} pairs on {1} recording servers a side, {2} overrides: {3} parts, {4} characters", pairs, Recorders, Overrides, cold.Parts, cold.Characters));
        Print("the first time", cold);
        var warm = Enumerable.Range(0, Rounds).Select(_ => Pass(policy)).ToList();
        Print($"the median of {Rounds}", new Times(
            cold.Parts, cold.Characters, Figures.Median(warm.Select(w => w.Written)), Figures.Median(warm.Select(w => w.Read)), Figures.Median(warm.Select(w => w.Indexed)), Figures.Median(warm.Select(w => w.Asked)), cold.Found));
        return cold.Found;

        void Print(string name, Times times) => output.WriteLine(string.Format(
            CultureInfo.InvariantCulture,
            "{0}: written {1}, read and checked {2}, indexed {3}, all {4} ids looked up {5}",
            name,
            Figures.Seconds(times.Written),
            Figures.Seconds(times.Read),
            Figures.Seconds(times.Indexed),
            2 * pairs,
            Figures.Seconds(times.Asked)));
    }

    private static Times Pass(PublishedPolicy policy)
    {
        var watch = Stopwatch.StartNew();
        var (headText, parts) = PolicyEnvelope.Write(policy, 0);
        var written = watch.Elapsed;

        watch.Restart();
        var read = PolicyEnvelope.Read("benchmark", PolicyEnvelope.ReadHead(headText)!, parts).Policy!;
        var checkedIn = watch.Elapsed;

        watch.Restart();
        var map = new PairMap(PolicyReader.Parse(read.Text, read.Name).Policy!.Live, read.Pairs);
        var indexed = watch.Elapsed;

        watch.Restart();
        var found = policy.Pairs.Count(p => map.Find(p.Primary)?.Secondary.CameraId == p.Secondary) + policy.Pairs.Count(p => map.Find(p.Secondary)?.Primary.CameraId == p.Primary);
        return new Times(parts.Count, parts.Sum(p => p.Length), written, checkedIn, indexed, watch.Elapsed, found);
    }

    private static PublishedPolicy Policy(int pairs)
    {
        var model = PolicyReader.Load(Repository.PathOf("examples/policies/harbour.yaml")).Policy!;
        model = model with
        {
            Live = new LivePolicy { Overrides = [.. Enumerable.Range(0, Overrides).Select(i => new LiveOverride { Match = new Selector { Group = "/Area " + i }, ReactionTime = TimeSpan.FromMilliseconds(500) })] },
        };
        var random = new Random(Seed);
        var places = new[] { "harbour", "inland" }.Select(site => Enumerable.Range(1, Recorders).Select(i => new PublishedPlace(site, Id(), $"REC-{site}-{i}")).ToList()).ToList();
        return new PublishedPolicy
        {
            Serial = 1,
            Text = PolicyWriter.ToYaml(model),
            Hash = model.PolicyHash,
            Name = model.Name,
            Published = DateTimeOffset.UnixEpoch,
            Pairs = [.. Enumerable.Range(0, pairs).Select(i => new CameraPair(Id(), Id())
            {
                PrimaryPlace = places[0][i * Recorders / pairs],
                SecondaryPlace = places[1][random.Next(Recorders)],
                Overrides = OverrideSet.Of(Enumerable.Range(0, Overrides).Where(_ => random.Next(8) == 0)),
            })],
        };

        string Id()
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes).ToString("D");
        }
    }

    private sealed record Times(int Parts, int Characters, TimeSpan Written, TimeSpan Read, TimeSpan Indexed, TimeSpan Asked, int Found);
}

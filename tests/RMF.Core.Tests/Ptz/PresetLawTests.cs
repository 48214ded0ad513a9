using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Testing;
using Xunit;

namespace RMF.Core.Tests.Ptz;

/// <summary>Laws over random presets; <see cref="PropertySeed"/> says which, and a failure names the case.</summary>
[Trait("Proof", "presets")]
public sealed class PresetLawTests
{
    private const int Cases = 2_000;

    [Fact]
    public void Comparing_a_side_with_itself_finds_nothing() => ForAll((a, _) => Assert.True(PresetComparisonTests.Compare(a, a).IsEqual));

    [Fact]
    public void Every_preset_stands_in_one_pair() => ForAll((a, b) =>
    {
        var pairs = PresetComparisonTests.Compare(a, b).Pairs;
        Assert.Equal(a.Select(p => p.Id).Order(), pairs.Select(p => p.Primary?.Id).OfType<string>().Order());
        Assert.Equal(b.Select(p => p.Id).Order(), pairs.Select(p => p.Secondary?.Id).OfType<string>().Order());
    });

    [Fact]
    public void Missing_on_one_side_is_missing_on_the_other_when_the_sides_are_turned() => ForAll((a, b) =>
    {
        var there = PresetComparisonTests.Compare(a, b).Pairs;
        var back = PresetComparisonTests.Compare(b, a).Pairs;
        Assert.Equal(there.Count(p => p.State == PresetState.MissingOnPrimary) - there.Count(p => p.State == PresetState.MissingOnSecondary),
            back.Count(p => p.State == PresetState.MissingOnSecondary) - back.Count(p => p.State == PresetState.MissingOnPrimary));
        Assert.Equal(there.Count(p => p.Primary?.Name == p.Secondary?.Name), back.Count(p => p.Primary?.Name == p.Secondary?.Name));
    });

    [Theory]
    [InlineData(Side.Primary, true, true)]
    [InlineData(Side.Secondary, true, true)]
    [InlineData(Side.Primary, false, false)]
    [InlineData(Side.Secondary, false, true)]
    public void A_plan_that_is_carried_out_leaves_nothing_to_do(Side source, bool canOrder, bool keepsPlace) => ForAll((a, b) =>
    {
        var plan = PresetPlan.Of(PresetComparisonTests.Compare(a, b), source, canOrder, keepsPlace);
        var (wanted, held) = source == Side.Primary ? (a, b) : (b, a);
        var least = Math.Min(wanted.Count(p => !p.IsInDevice), held.Count(p => !p.IsInDevice));
        var after = CarryOut(held, plan, keepsPlace, least);
        var again = source == Side.Primary ? PresetComparisonTests.Compare(wanted, after) : PresetComparisonTests.Compare(after, wanted);
        var left = again.Pairs.Where(p => !p.IsInDevice && (canOrder || p.State != PresetState.Renumbered) && p.State != PresetState.Equal);
        Assert.Empty(left);
        Assert.Equal(plan.LeavesOrder, again.Pairs.Any(p => !p.IsInDevice && p.State == PresetState.Renumbered));
        Assert.True(PresetPlan.Of(again, source, canOrder, keepsPlace).IsEmpty);
    });

    /// <summary>What a server does with the steps. At no moment does it hold fewer presets than the poorer side did.</summary>
    private static List<Preset> CarryOut(IReadOnlyList<Preset> held, PresetPlan plan, bool keepsPlace, int least)
    {
        var now = held.Where(p => !p.IsInDevice).ToList();
        var made = 0;
        foreach (var step in plan.Steps)
        {
            switch (step.Kind)
            {
                case PresetStepKind.Create:
                    now.Add(new Preset($"made-{++made}", step.Wanted!, 0));
                    break;
                case PresetStepKind.Remove:
                    Assert.Equal(1, now.RemoveAll(p => p.Id == step.Held!.Id));
                    break;
                case PresetStepKind.Update when keepsPlace:
                    now[now.FindIndex(p => p.Id == step.Held!.Id)] = step.Held! with { Content = step.Wanted! };
                    break;
                case PresetStepKind.Update:
                    now.Add(step.Held! with { Id = $"made-{++made}", Content = step.Wanted! });
                    Assert.Equal(1, now.RemoveAll(p => p.Id == step.Held.Id));
                    break;
                default:
                    now = [.. now.OrderBy(p => step.Names.ToList().IndexOf(p.Name))];
                    break;
            }

            Assert.True(now.Count >= least);
        }

        return [.. now.Select((p, i) => p with { Number = i + 1 }), .. held.Where(p => p.IsInDevice)];
    }

    private static void ForAll(Action<IReadOnlyList<Preset>, IReadOnlyList<Preset>> law)
    {
        var first = ulong.Parse(PropertySeed.Text.Split(',')[0], CultureInfo.InvariantCulture);
        for (var number = 0; number < Cases; number++)
        {
            var seed = unchecked((int)first + number);
            var chance = new Random(seed);
            var (a, b) = (Some(chance, "a"), Some(chance, "b"));
            try
            {
                law(a, b);
            }
            catch (Xunit.Sdk.XunitException e)
            {
                throw new Xunit.Sdk.XunitException($"RMF_SEED={PropertySeed.Text}, case {number}: {Text(a)} | {Text(b)}\n{e.Message}", e);
            }
        }
    }

    private static string Text(IEnumerable<Preset> presets) => string.Join(' ', presets.Select(p => FormattableString.Invariant($"{p.Number}:{p.Name}@{p.Content.Pan}{(p.IsInDevice ? "d" : "")}")));

    private static IReadOnlyList<Preset> Some(Random chance, string prefix)
    {
        // Places far apart or equal: near ones would make renamed pairs that depend on who looks first.
        var names = Enumerable.Range(0, 6).OrderBy(_ => chance.Next()).Take(chance.Next(7)).ToList();
        var places = Enumerable.Range(0, 8).OrderBy(_ => chance.Next()).ToList();
        return [.. names.Select((name, i) => new Preset($"{prefix}{i}", new PresetContent($"N{name}", (places[i] - 4) / 10.0, 0.1, 0.5), i + 1)
        {
            IsInDevice = chance.Next(8) == 0,
            DeviceNumber = "",
        })];
    }
}

using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.Policy.Publishing;

namespace RMF.Engine.Publishing;

/// <summary>The pairs of cameras as they are published: a client needs neither an inventory nor pairing of its own.</summary>
public static class PublishedPairs
{
    /// <summary>The paired cameras, in the order of the primary's reading, disabled ones included: they may be enabled before the next publication.</summary>
    /// <param name="policy">Its overrides of live settings.</param>
    /// <param name="input">Both sides as they were read and paired.</param>
    /// <param name="naming">The policy's naming pattern.</param>
    public static IReadOnlyList<CameraPair> Of(RedundancyPolicy policy, PlanningInput input, INaming naming)
    {
        var words = new ManagedSet(policy.Manage, input.Primary, input.Secondary, input.Pairs, naming, input.Topology);
        var places = new Dictionary<ItemKey, PublishedPlace>();
        return [.. input.Pairs.OfKind(ItemKind.Camera).Select(pair => new CameraPair(pair.Primary.Key.Id, pair.Secondary.Key.Id)
        {
            PrimaryPlace = PlaceOf(input.Primary, pair.Primary),
            SecondaryPlace = PlaceOf(input.Secondary, pair.Secondary),
            Overrides = policy.Live.Overrides.Count == 0 ? OverrideSet.None : Matching(pair.Primary),
        })];

        PublishedPlace? PlaceOf(SideView side, Item camera)
        {
            if (side.RecorderOf(camera.Key) is not { } recorder)
            {
                return null;
            }

            if (!places.TryGetValue(recorder.Key, out var place))
            {
                places[recorder.Key] = place = new PublishedPlace(camera.Key.Site, recorder.Key.Id, recorder.Name);
            }

            return place;
        }

        OverrideSet Matching(Item camera)
        {
            var subject = words.Subject(camera, input.Primary);
            return OverrideSet.Of(policy.Live.Overrides.Select((o, i) => (o, i)).Where(o => o.o.Match is null || o.o.Match.Matches(subject)).Select(o => o.i));
        }
    }

    /// <summary>
    /// The pairs of an earlier publication, for a policy whose overrides may have changed while a side could not be read. A pair keeps the overrides
    /// whose selector was there before, wherever it stands now. Which cameras a new selector matches is not known: it is told, and matches none.
    /// </summary>
    /// <param name="earlier">What was published before.</param>
    /// <param name="policy">What is to be published.</param>
    public static (IReadOnlyList<CameraPair> Pairs, IReadOnlyList<Selector> Unknown) Carried(PublishedPolicy earlier, RedundancyPolicy policy)
    {
        var before = PolicyReader.Parse(earlier.Text, earlier.Name).Policy?.Live.Overrides ?? [];
        var places = policy.Live.Overrides.Select(now => Enumerable.Range(0, before.Count).Where(i => Words(before[i]) == Words(now)).ToList()).ToList();
        var forAll = policy.Live.Overrides.Select(now => now.Match is null).ToList();
        var unknown = policy.Live.Overrides.Where((now, i) => !forAll[i] && places[i].Count == 0).Select(now => now.Match!).ToList();
        return ([.. earlier.Pairs.Select(pair => pair with
        {
            Overrides = OverrideSet.Of(Enumerable.Range(0, places.Count).Where(i => forAll[i] || places[i].Exists(pair.Overrides.Places.Contains))),
        })], unknown);
    }

    // A selector prints all that it says.
    private static string? Words(LiveOverride entry) => entry.Match?.ToString();
}

using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// Spoils a good answer in every way it knows, one at a time. It walks the answer, not the schema, so that a value
/// which the check forgets to visit shows as a mutant that survives.
/// </summary>
public sealed class MutationEngine(ContractCheck check, DeviationTable deviations)
{
    /// <summary>Longer lists are cut to this first: a third item of a list teaches nothing new.</summary>
    private const int ItemLimit = 2;

    /// <summary>Answers with more values than this keep one item a list: the cost grows with the square of the values.</summary>
    private const int ValueLimit = 400;

    private const string Stranger = "rmfStranger";

    public IEnumerable<Mutant> Mutate(Exchange good)
    {
        var root = Trimmed(JsonNode.Parse(good.Body)!, ItemLimit);
        if (Spot.All(root).Count > ValueLimit)
        {
            root = Trimmed(root, 1);
        }

        var trimmed = good with { Body = root.ToJsonString() };
        if (check.JudgeRaw(trimmed, out var places).Any(finding => finding.Excuse is null))
        {
            throw new ArgumentException($"Not a good answer: {good}", nameof(good));
        }

        var openness = new OpenPlaces(deviations, places);
        foreach (var mutant in OfWhole(trimmed).Concat(OfMembers(root, trimmed, openness, places)))
        {
            yield return mutant;
        }
    }

    private static IEnumerable<Mutant> OfWhole(Exchange good)
    {
        yield return new Mutant(MutationKind.Status, "", good with { Status = good.Status == 202 ? 203 : 202 }, null);
        yield return new Mutant(MutationKind.Status, "", good with { Status = 418 }, null);
        yield return new Mutant(MutationKind.Cut, "", good with { Body = good.Body[..(good.Body.Length / 2)] }, null);
        yield return new Mutant(MutationKind.Cut, "", good with { Body = "{}" }, null);
        yield return new Mutant(MutationKind.ContentType, "", good with { ContentType = "text/html" }, null);
    }

    private static IEnumerable<Mutant> OfMembers(
        JsonNode root,
        Exchange good,
        OpenPlaces openness,
        IReadOnlyDictionary<string, JudgedValue> places)
    {
        foreach (var spot in Spot.All(root))
        {
            if (spot.Node is JsonObject)
            {
                yield return Make(MutationKind.Extra, spot, spot.Extended(root, Stranger));
            }

            if (spot.IsRoot)
            {
                continue;
            }

            if (spot.IsMember)
            {
                yield return Make(MutationKind.Drop, spot, spot.Dropped(root));
                yield return Make(MutationKind.Rename, spot, spot.Renamed(root, Stranger));
            }

            foreach (var (kind, value) in Replacements.For(spot.Node, places.GetValueOrDefault(spot.Pointer).Schema))
            {
                yield return Make(kind, spot, spot.Replaced(root, value));
            }
        }

        Mutant Make(MutationKind kind, Spot spot, string body) =>
            new(kind, spot.Pointer, good with { Body = body }, openness.Excuse(kind, spot.Pointer, Stranger));
    }

    private static JsonNode Trimmed(JsonNode root, int limit)
    {
        foreach (var list in Spot.All(root).Select(spot => spot.Node).OfType<JsonArray>().ToArray())
        {
            while (list.Count > limit)
            {
                list.RemoveAt(list.Count - 1);
            }
        }

        return root;
    }
}

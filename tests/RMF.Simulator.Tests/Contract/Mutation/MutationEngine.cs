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

    private const string Stranger = "rmfStranger";

    public IEnumerable<Mutant> Mutate(Exchange good)
    {
        var root = Trimmed(JsonNode.Parse(good.Body)!);
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
        foreach (var (pointer, node) in Nodes(root, ""))
        {
            if (node is JsonObject)
            {
                yield return Make(MutationKind.Extra, pointer, Add);
            }

            if (pointer.Length == 0)
            {
                continue;
            }

            if (node.Parent is JsonObject)
            {
                yield return Make(MutationKind.Drop, pointer, Drop);
                yield return Make(MutationKind.Rename, pointer, Rename);
            }

            foreach (var (kind, value) in Replacements.For(node, places.GetValueOrDefault(pointer).Schema))
            {
                yield return Make(kind, pointer, found => found.ReplaceWith(value));
            }
        }

        Mutant Make(MutationKind kind, string pointer, Action<JsonNode> spoil)
        {
            var copy = root.DeepClone();
            spoil(Nodes(copy, "").First(entry => entry.Pointer == pointer).Node);
            return new Mutant(kind, pointer, good with { Body = copy.ToJsonString() }, openness.Excuse(kind, pointer, Stranger));
        }
    }

    private static void Add(JsonNode node) => node.AsObject().Add(Stranger, 1);

    private static void Drop(JsonNode node) => node.Parent!.AsObject().Remove(node.GetPropertyName());

    private static void Rename(JsonNode node)
    {
        var owner = node.Parent!.AsObject();
        owner.Remove(node.GetPropertyName());
        owner.Add(Stranger, node);
    }

    private static IEnumerable<(string Pointer, JsonNode Node)> Nodes(JsonNode node, string pointer)
    {
        yield return (pointer, node);
        var children = node switch
        {
            JsonObject map => map.Select(member => (member.Key, member.Value)),
            JsonArray list => list.Select((item, index) => ($"{index}", item)),
            _ => [],
        };
        foreach (var found in children.Where(child => child.Item2 is not null).SelectMany(child => Nodes(child.Item2!, $"{pointer}/{child.Item1}")))
        {
            yield return found;
        }
    }

    private static JsonNode Trimmed(JsonNode root)
    {
        foreach (var list in Nodes(root, "").Select(entry => entry.Node).OfType<JsonArray>().ToArray())
        {
            while (list.Count > ItemLimit)
            {
                list.RemoveAt(list.Count - 1);
            }
        }

        return root;
    }
}

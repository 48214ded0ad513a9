using System.Text.Json;
using RMF.Simulator.Api;
using RMF.Simulator.Models;
using RMF.Simulator.Store;

namespace RMF.Simulator.Updates;

/// <summary>Plans the changes to nested objects: members by name, each within its definition.</summary>
internal static class BlockUpdate
{
    private const string StreamReference = "streamReferenceId";

    /// <param name="block">What is changed.</param>
    /// <param name="given">Its new members; those left out stay.</param>
    /// <param name="plan">Takes the changes and the complaints.</param>
    /// <param name="strict">False: what cannot be set or is not known is passed over, as PUT of a whole object needs it.</param>
    public static void Plan(Block block, JsonElement given, UpdatePlan plan, bool strict)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            plan.Refuse(block.Shape.Name, "an object is expected.");
            return;
        }

        foreach (var member in given.EnumerateObject())
        {
            var at = block.Shape.IndexOf(member.Name);
            if (at < 0)
            {
                if (strict)
                {
                    plan.Refuse(member.Name, "there is no such property.");
                }

                continue;
            }

            var definition = block.Shape.Settings[at];
            if (!SettingValue.TryConvert(definition, JsonBody.Scalar(member.Value), out var value, out var problem))
            {
                plan.Refuse(member.Name, problem);
            }
            else if (definition.CanSet)
            {
                plan.Add(() => block[at] = value);
            }
            else if (strict && !SameText(block[at], value))
            {
                plan.Refuse(member.Name, "the property is read only.");
            }
        }
    }

    /// <summary>Plans a list of blocks. An entry means the block with its stream reference, else the one with its label, else the one at its place.</summary>
    public static void PlanList(string name, List<Block> blocks, JsonElement given, UpdatePlan plan, bool strict)
    {
        if (given.ValueKind != JsonValueKind.Array)
        {
            plan.Refuse(name, "a list is expected.");
            return;
        }

        var position = 0;
        foreach (var entry in given.EnumerateArray())
        {
            if (Target(blocks, entry, position++, plan) is { } block)
            {
                Plan(block, entry, plan, strict);
            }
            else
            {
                plan.Refuse(name, "the list holds more entries than the device has.");
            }
        }
    }

    private static Block? Target(List<Block> blocks, JsonElement entry, int position, UpdatePlan plan)
    {
        if (Text(entry, StreamReference) is { } reference && blocks.Exists(b => b.Find(StreamReference) is not null))
        {
            var found = blocks.Find(b => string.Equals(b.Find(StreamReference) as string, reference, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                plan.Refuse(StreamReference, "the device has no such stream.");
            }

            return found;
        }

        return (Text(entry, "displayName") is { } label ? blocks.Find(b => b.Find("displayName") as string == label) : null)
            ?? (position < blocks.Count ? blocks[position] : null);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool SameText(object a, object b) => string.Equals(a.ToString(), b.ToString(), StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>One value of an answer with its place in it. It can be spoiled and put back, so that an answer need not be copied for each mutant.</summary>
internal sealed class Spot
{
    private readonly JsonNode? owner;
    private readonly string name = "";
    private readonly int index;

    private Spot(string pointer, JsonNode node)
    {
        Pointer = pointer;
        Node = node;
        owner = node.Parent;
        if (owner is JsonObject)
        {
            name = node.GetPropertyName();
        }
        else if (owner is JsonArray)
        {
            index = node.GetElementIndex();
        }
    }

    public string Pointer { get; }

    public JsonNode Node { get; }

    public bool IsMember => owner is JsonObject;

    public bool IsRoot => owner is null;

    /// <summary>Every value of an answer, the whole first.</summary>
    public static IReadOnlyList<Spot> All(JsonNode root)
    {
        var spots = new List<Spot>();
        Collect(root, "", spots);
        return spots;
    }

    /// <summary>The answer's text with this value replaced.</summary>
    public string Replaced(JsonNode root, JsonNode? value)
    {
        Set(value);
        var text = root.ToJsonString();
        Set(Node);
        return text;
    }

    /// <summary>The answer's text without this member.</summary>
    public string Dropped(JsonNode root)
    {
        owner!.AsObject().Remove(name);
        var text = root.ToJsonString();
        owner.AsObject().Add(name, Node);
        return text;
    }

    /// <summary>The answer's text with this member under another name.</summary>
    public string Renamed(JsonNode root, string stranger)
    {
        owner!.AsObject().Remove(name);
        owner.AsObject().Add(stranger, Node);
        var text = root.ToJsonString();
        owner.AsObject().Remove(stranger);
        owner.AsObject().Add(name, Node);
        return text;
    }

    /// <summary>The answer's text with one member more in this object.</summary>
    public string Extended(JsonNode root, string stranger)
    {
        Node.AsObject().Add(stranger, 1);
        var text = root.ToJsonString();
        Node.AsObject().Remove(stranger);
        return text;
    }

    private void Set(JsonNode? value)
    {
        if (owner is JsonObject map)
        {
            map[name] = value;
        }
        else
        {
            owner!.AsArray()[index] = value;
        }
    }

    private static void Collect(JsonNode node, string pointer, List<Spot> into)
    {
        into.Add(new Spot(pointer, node));
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map.Where(member => member.Value is not null))
            {
                Collect(value!, $"{pointer}/{key}", into);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Collect(list[i]!, $"{pointer}/{i}", into);
            }
        }
    }
}

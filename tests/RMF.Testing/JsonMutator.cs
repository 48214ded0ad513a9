using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RMF.Testing;

/// <summary>Makes something else of a JSON text: a value of another type, a member lost or doubled, a text cut off, bytes that are no text. Equal chances give equal texts.</summary>
public static class JsonMutator
{
    private const int Deep = 3_000;
    private const int Long = 100_000;

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "3.5", "1e308", "99999999999999999999", "\"\"", "\" \"", "\"null\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "[]", "{}", "[[]]", "[null]", "[1,\"a\",{}]",
        "{\"id\":null}", "\"00000000-0000-0000-0000-000000000000\"", "\"not-a-guid\"", "\"../../\"", "\"2026-13-45T99:99:99Z\"", "\"http://[::1\"", "\"\\u202Egpj\"", "{\"type\":\"cameras\",\"id\":\"x\"}",
    ];

    public static byte[] Mutate(byte[] body, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                return body[..random.Next(body.Length + 1)];
            case 1:
                return Bytes(body, random);
            case 2:
                return [];
            case 3 when random.Next(8) == 0:
                return Encoding.UTF8.GetBytes(new string('[', Deep));
            case 3 when random.Next(8) == 0:
                return Encoding.UTF8.GetBytes("{\"array\":[{\"id\":\"" + new string('x', Long) + "\"}]}");
            default:
                return Tree(body, random);
        }
    }

    private static byte[] Bytes(byte[] body, Random random)
    {
        var copy = body.ToArray();
        for (var i = random.Next(1, 6); i > 0 && copy.Length > 0; i--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }

    private static byte[] Tree(byte[] body, Random random)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return Bytes(body, random);
        }

        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        if (nodes.Count == 0)
        {
            return Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]);
        }

        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Change(nodes[random.Next(nodes.Count)], random);
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                nodes.Add(members);
                foreach (var member in members)
                {
                    Collect(member.Value, nodes);
                }

                break;
            case JsonArray { Count: > 0 } items:
                nodes.Add(items);
                foreach (var item in items)
                {
                    Collect(item, nodes);
                }

                break;
        }
    }

    private static void Change(JsonNode node, Random random)
    {
        if (node is JsonArray { Count: > 0 } items)
        {
            var at = random.Next(items.Count);
            switch (random.Next(3))
            {
                case 0:
                    items.RemoveAt(at);
                    break;
                case 1:
                    items.Add(items[at]?.DeepClone());
                    break;
                default:
                    items[at] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                    break;
            }
        }
        else if (node is JsonObject { Count: > 0 } members)
        {
            var name = members.ElementAt(random.Next(members.Count)).Key;
            switch (random.Next(4))
            {
                case 0:
                    members.Remove(name);
                    break;
                case 1:
                    var other = members.ElementAt(random.Next(members.Count)).Key;
                    members[name] = members[other]?.DeepClone();
                    break;
                case 2:
                    members["x" + name] = members[name]?.DeepClone();
                    break;
                default:
                    members[name] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                    break;
            }
        }
    }
}

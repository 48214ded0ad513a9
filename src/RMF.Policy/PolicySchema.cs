using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RMF.Policy.Description;

namespace RMF.Policy;

/// <summary>The JSON Schema of a policy file, for editors; made of the same description that the reader reads by.</summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// JSON Schema 2020-12, indented, with line feeds. It checks keys, types, choices and forms. The range of a duration, what
    /// the parts mean together, and where secrets stand are checked by <see cref="PolicyReader"/> alone.
    /// </summary>
    public static string ToJson()
    {
        var definitions = new JsonObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:rmf:policy:v1",
            ["title"] = "RMF redundancy policy",
            ["description"] = "Keeps two Milestone XProtect sides redundant. Durations are 500ms, 10s, 5m, 2h or 1d.",
        };
        foreach (var part in PolicyDescription.Root.Definition(definitions).ToList())
        {
            schema[part.Key] = part.Value?.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema.ToJsonString(Indented).Replace("\r\n", "\n") + "\n";
    }
}

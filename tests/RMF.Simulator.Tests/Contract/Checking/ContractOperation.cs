using System.Globalization;
using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>One verb of one path template.</summary>
public sealed class ContractOperation
{
    private readonly string[] segments;
    private readonly Dictionary<int, JsonElement> responses = [];

    public ContractOperation(string verb, string template, JsonElement operation)
    {
        Verb = verb;
        Template = template;
        segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Resources = [.. segments.Where(segment => !IsPlaceholder(segment))];
        foreach (var response in operation.GetProperty("responses").EnumerateObject())
        {
            responses.Add(int.Parse(response.Name, CultureInfo.InvariantCulture), response.Value);
        }
    }

    public string Verb { get; }

    public string Template { get; }

    /// <summary>The resource names of the template, parent first.</summary>
    public IReadOnlyList<string> Resources { get; }

    public int LiteralSegments => Resources.Count;

    public IEnumerable<int> Statuses => responses.Keys;

    public bool Declares(int status) => responses.ContainsKey(status);

    /// <summary>The declared JSON schema of a status; null when the status is declared without a body.</summary>
    public JsonElement? Schema(int status) =>
        responses.TryGetValue(status, out var response)
        && response.TryGetProperty("content", out var content)
        && content.TryGetProperty("application/json", out var json)
        && json.TryGetProperty("schema", out var schema)
            ? schema
            : null;

    /// <summary>Paths are case-insensitive, as on the real gateway.</summary>
    public bool Matches(string[] path)
    {
        if (path.Length != segments.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (!IsPlaceholder(segments[i]) && !segments[i].Equals(path[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => $"{Verb} {Template}";

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');
}

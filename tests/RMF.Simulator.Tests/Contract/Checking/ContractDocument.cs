using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// An OpenAPI document, read only as far as the check needs it. It refuses a document with a keyword or format that
/// the walker does not judge, so that nothing is passed over in silence. Not thread-safe.
/// </summary>
public sealed class ContractDocument : IDisposable
{
    private const string SchemaPrefix = "#/components/schemas/";

    private readonly JsonDocument json;
    private readonly Dictionary<string, JsonElement> schemas = new(StringComparer.Ordinal);
    private readonly List<ContractOperation> operations = [];
    private readonly Dictionary<(string Place, string Member), bool> children = [];
    private readonly Dictionary<(string Verb, string Path), ContractOperation?> found = [];

    private ContractDocument(JsonDocument json)
    {
        this.json = json;
        foreach (var schema in json.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            schemas.Add(schema.Name, schema.Value);
        }

        foreach (var path in json.RootElement.GetProperty("paths").EnumerateObject())
        {
            operations.AddRange(path.Value.EnumerateObject()
                .Where(verb => verb.Name != "parameters")
                .Select(verb => new ContractOperation(verb.Name.ToUpperInvariant(), path.Name, verb.Value)));
        }

        foreach (var schema in schemas)
        {
            KnownKeywords.Require(schema.Value, schema.Key);
        }
    }

    public IReadOnlyList<ContractOperation> Operations => operations;

    public static ContractDocument Load(string path) => new(JsonDocument.Parse(File.ReadAllBytes(path)));

    public static ContractDocument Parse(string text) => new(JsonDocument.Parse(text));

    /// <summary>The declared operation of a request; literal segments win over placeholders. Null when there is none.</summary>
    public ContractOperation? Find(string verb, string path)
    {
        if (!found.TryGetValue((verb, path), out var operation))
        {
            var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            operation = operations
                .Where(declared => declared.Verb == verb && declared.Matches(segments))
                .MaxBy(declared => declared.LiteralSegments);
            found.Add((verb, path), operation);
        }

        return operation;
    }

    /// <summary>Follows a reference once; a schema without one is returned as it is, with the name of its owner.</summary>
    public NamedSchema Resolve(JsonElement schema, string place)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
        {
            return new NamedSchema(place, schema);
        }

        var name = reference.GetString()!;
        if (!name.StartsWith(SchemaPrefix, StringComparison.Ordinal) || !schemas.TryGetValue(name[SchemaPrefix.Length..], out var target))
        {
            throw new InvalidDataException($"The document refers to {name}, which it does not hold.");
        }

        return new NamedSchema(name[SchemaPrefix.Length..], target);
    }

    /// <summary>Members that includeChildren adds: read-only lists of items that have relations of their own, or that a resource of the name below the owner serves.</summary>
    public bool IsChildCollection(NamedSchema owner, string member)
    {
        if (!children.TryGetValue((owner.Place, member), out var isChild))
        {
            var schema = owner.Schema.GetProperty("properties").GetProperty(member);
            isChild = schema.TryGetProperty("items", out var items)
                && schema.TryGetProperty("readOnly", out _)
                && (Resolve(items, "").Declares("relations") || Operations.Any(o => o.Template == $"/{owner.Place}/{{id}}/{member}"));
            children.Add((owner.Place, member), isChild);
        }

        return isChild;
    }

    public void Dispose() => json.Dispose();
}

using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>The strict check of one answer. Plain validation would pass <c>{}</c>: the document requires next to nothing.</summary>
public sealed class ContractCheck(ContractDocument document, DeviationTable deviations)
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>The faults of an answer; empty when it keeps the contract. Rows that it needed are marked as used.</summary>
    public IReadOnlyList<Finding> Judge(Exchange exchange)
    {
        var findings = JudgeRaw(exchange, out _);
        foreach (var row in findings.Select(finding => finding.Excuse).OfType<Deviation>())
        {
            deviations.MarkUsed(row);
        }

        return [.. findings.Where(finding => finding.Excuse is null)];
    }

    /// <summary>The same without marking, with the place in the document of each value of the answer.</summary>
    public IReadOnlyList<Finding> JudgeRaw(Exchange exchange, out IReadOnlyDictionary<string, JudgedValue> places)
    {
        places = new Dictionary<string, JudgedValue>(StringComparer.Ordinal);
        var operation = document.Find(exchange.Verb, exchange.Path);
        if (operation is null)
        {
            return [Fault(FindingKind.UndeclaredOperation, $"{exchange.Verb} {exchange.Path}", "no such operation")];
        }

        var findings = new List<Finding>();
        var where = $"{operation} {exchange.Status}";
        var status = exchange.Status;
        if (!operation.Declares(status))
        {
            findings.Add(Fault(FindingKind.UndeclaredStatus, where, $"declared: {string.Join(", ", operation.Statuses)}"));
            status = operation.Statuses.FirstOrDefault(declared => declared / 100 == status / 100);
        }

        if (operation.Schema(status) is { } schema)
        {
            places = JudgeBody(exchange, schema, where, findings);
        }

        return findings;
    }

    private IReadOnlyDictionary<string, JudgedValue> JudgeBody(Exchange exchange, JsonElement schema, string where, List<Finding> into)
    {
        if (exchange.ContentType != "application/json")
        {
            into.Add(Fault(FindingKind.NotJson, where, $"content type '{exchange.ContentType}'"));
        }

        try
        {
            using var body = JsonDocument.Parse(exchange.Body, NoDuplicates);
            var walker = new SchemaWalker(document, deviations, exchange.Options);
            into.AddRange(walker.Judge(body.RootElement, schema, where));
            return walker.Places;
        }
        catch (JsonException)
        {
            into.Add(new Finding(FindingKind.NotJson, where, "", "the body is not JSON"));
            return new Dictionary<string, JudgedValue>(StringComparer.Ordinal);
        }
    }

    private Finding Fault(FindingKind kind, string where, string detail) =>
        new(kind, where, "", detail, deviations.Find(kind, where));
}

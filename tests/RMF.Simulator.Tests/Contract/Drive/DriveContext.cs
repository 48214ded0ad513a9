using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>What the parts of the drive share.</summary>
/// <param name="Site">The connection under test.</param>
/// <param name="Document">Which operations there are.</param>
/// <param name="Items">Which items the site has shown so far.</param>
/// <param name="Advance">Moves the site's clock: tasks run on it.</param>
internal sealed record DriveContext(SiteConnection Site, ContractDocument Document, KnownItems Items, Action<TimeSpan> Advance)
{
    /// <summary>Declared operations on served resources.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; } = [.. ServedResources.Operations(Document)];

    public async Task<Exchange> GetAsync(string path, string query = "")
    {
        var answer = await Site.GetAsync(path, query);
        Items.Learn(answer);
        return answer;
    }

    /// <summary>The item behind a path, without what belongs to its envelope.</summary>
    public async Task<JsonObject> DataAsync(string path)
    {
        var answer = await GetAsync(path);
        return JsonNode.Parse(answer.Body)?["data"]?.AsObject()
            ?? throw new InvalidOperationException($"{answer} holds no data");
    }

    public Task<Exchange> PostAsync(string path, string query, JsonNode? body) =>
        Site.SendAsync("POST", path, query, body?.ToJsonString());

    /// <summary>
    /// Paths of a template, one for each known item that fits it. <c>{idParent}</c> and <c>{id}</c> are filled with items
    /// that belong together.
    /// </summary>
    public IReadOnlyList<string> Paths(ContractOperation operation)
    {
        var resources = operation.Resources;
        return operation.Template.Count(c => c == '{') switch
        {
            0 => [operation.Template],
            1 => [.. Items.Of(resources[0]).Select(item => operation.Template.Replace("{id}", item.Id, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
            _ => [.. Items.Of(resources[1]).SelectMany(item => Parents(item, resources[0], resources[1]).Select(parent =>
                operation.Template.Replace("{idParent}", parent, StringComparison.Ordinal).Replace("{id}", item.Id, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)],
        };
    }

    private IEnumerable<string> Parents(KnownItem item, string parentType, string type) =>
        item.ParentType == parentType ? [item.ParentId] : Items.MembersOf(parentType, type).Where(member => member.Id == item.Id).Select(member => member.ParentId);
}

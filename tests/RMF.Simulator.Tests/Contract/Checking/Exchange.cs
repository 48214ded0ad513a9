namespace RMF.Simulator.Tests.Contract;

/// <summary>One request and its answer, as they went over the wire.</summary>
/// <param name="Personality">The release that the site played.</param>
/// <param name="Verb">Upper case: GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Below <c>/api/rest/v1</c>, without the query.</param>
/// <param name="Query">Without the question mark; empty when there was none.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type without parameters; empty when there was none.</param>
/// <param name="Body">The answer's body as text.</param>
public sealed record Exchange(
    string Personality,
    string Verb,
    string Path,
    string Query,
    int Status,
    string ContentType,
    string Body)
{
    public RequestOptions Options => RequestOptions.Parse(Query);

    public override string ToString() =>
        $"{Personality}: {Verb} {Path}{(Query.Length == 0 ? "" : "?" + Query)} -> {Status}";
}

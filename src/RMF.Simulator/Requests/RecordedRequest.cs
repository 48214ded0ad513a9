using System.Text.Json;

namespace RMF.Simulator;

/// <summary>One request that a site has answered.</summary>
/// <param name="Sequence">Order of arrival, from 1.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Route">Method and path with ids replaced by <c>{id}</c>: <c>GET /cameras/{id}</c>.</param>
/// <param name="Status">Status of the answer; 0 where the connection was reset instead.</param>
/// <param name="Body">Body of a write, secrets replaced by stars; null for the rest.</param>
/// <param name="At">Arrival, by the site's time provider.</param>
public sealed record RecordedRequest(long Sequence, string Method, string Target, string Route, int Status, string? Body, DateTimeOffset At)
{
    private static readonly string[] AskingOperations = ["Log", "Get", "Sequences", "JPEGGet", "IsManualRecording", "TimeLine", "Query", "BookmarkGet", "BookmarkSearch", "MarkedDataGet", "MarkedDataSearch"];

    /// <summary>The SOAP operation; null where it is none.</summary>
    public string? Operation { get; init; }

    /// <summary>True for what may change the site: every POST, PUT, PATCH and DELETE but the log-in, and what only asks: for permissions, an option or a picture.</summary>
    public bool IsWrite => Method is "POST" or "PUT" or "PATCH" or "DELETE" && !Target.Contains("/connect/token", StringComparison.OrdinalIgnoreCase)
        && !AskingTasks.Any(t => Target.Contains(t, StringComparison.OrdinalIgnoreCase)) && !AsksForPermissions()
        && (Operation is null || !AskingOperations.Any(o => Operation.StartsWith(o, StringComparison.Ordinal)));

    private static readonly string[] AskingTasks = ["task=GetMIPOptionProperty", "task=searchTime", "task=JpegGetLive"];

    /// <summary>The tasks that set permissions tell them when the body names nothing but a role or a namespace.</summary>
    private bool AsksForPermissions()
    {
        if (Body is null || !Target.EndsWith("SecurityPermissions", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            using var body = JsonDocument.Parse(Body);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.EnumerateObject().All(m => m.Name is "userPath" or "securityNamespace");
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Requests;

/// <summary>The route of a request: its path with ids taken out, so that requests can be counted by kind.</summary>
internal static class Routes
{
    public static string Of(SimRequest request)
    {
        var path = request.Path;
        if (RestApi.Serves(path))
        {
            path = path[RestApi.Root.Length..];
        }

        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            // Ids stand at even places; a task's is a number.
            var isId = Guid.TryParse(segments[i], out _) || (i > 0 && segments[i].Length > 0 && segments[i].All(char.IsAsciiDigit));
            segments[i] = isId ? "{id}" : segments[i];
        }

        var route = $"{request.Method} {string.Join('/', segments)}";
        if (Soap.SoapMessage.ActionOf(request) is { } operation)
        {
            return $"{route}#{operation}";
        }

        return new Query(request.Query).TryGetText("task", out var task) ? $"{route}?task={task}" : route;
    }
}

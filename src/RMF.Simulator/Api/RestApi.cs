using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;

namespace RMF.Simulator.Api;

/// <summary>
/// The REST interface below <c>/api/rest/v1</c>: takes a path apart by the contract and hands it to the part that reads, writes or runs
/// a task. Knows no resource by name; bookmarks are an interface of their own.
/// </summary>
internal sealed class RestApi(SiteState state, TokenService tokens, ReadApi reads, WriteApi writes, TaskApi tasks)
{
    private readonly BookmarkApi bookmarks = new(state);

    public const string Root = "/api/rest/v1";

    private const int MaxSegments = 4;

    public static bool Serves(string path) =>
        path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) && (path.Length == Root.Length || path[Root.Length] == '/');

    public SimResponse Handle(SimRequest request)
    {
        var authorization = request.Header("Authorization");
        if (tokens.Check(authorization) is { } refused && !state.World.Federation.IsParents(state.World, authorization))
        {
            return Answers.Error(Answers.Unauthorized, refused) with { Headers = [("WWW-Authenticate", "Bearer")] };
        }

        var segments = request.Path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length is 0 or > MaxSegments)
        {
            return Answers.UnknownRequest();
        }

        if (bookmarks.Handle(request, segments) is { } answer)
        {
            return answer;
        }

        var resource = state.Store.Contract.Find(segments[0]);
        if (resource is null)
        {
            return Answers.Error(Answers.NotFound, $"Unknown resource: {segments[0]}");
        }

        var call = new ApiCall(request, new Query(request.Query), resource);
        return segments.Length switch
        {
            1 => Many(call),
            2 => One(call, segments[1]),
            _ => Nested(call, segments),
        };
    }

    private SimResponse Many(ApiCall call)
    {
        var resource = call.Resource;
        if (resource.Many == Verbs.None)
        {
            return Answers.Error(Answers.BadRequest, $"Bad request: Parent is missing. {resource.Name}");
        }

        return call.Verb switch
        {
            Verbs.Get when resource.Many.HasFlag(Verbs.Get) => reads.Many(call),
            Verbs.Post when call.Query.TryGet("task", out _) && resource.CollectionTasks.Count > 0 => tasks.InvokeOnMany(call),
            Verbs.Post when resource.Many.HasFlag(Verbs.Post) => writes.Create(call),
            _ => Answers.UnknownRequest(),
        };
    }

    private SimResponse One(ApiCall call, string id)
    {
        if (!call.Resource.VerbsOnOne(state.Personality).HasFlag(call.Verb) || call.Verb == Verbs.None)
        {
            return Answers.UnknownRequest();
        }

        return call.Verb switch
        {
            Verbs.Get => reads.One(call, id),
            Verbs.Put or Verbs.Patch => writes.Update(call, id),
            Verbs.Delete => writes.Delete(call, id),
            _ => tasks.Invoke(call, id),
        };
    }

    private SimResponse Nested(ApiCall call, string[] segments)
    {
        var child = call.Resource.FindChild(segments[2]);
        if (child is null || (child.Many | child.One) == Verbs.None)
        {
            return Answers.Error(Answers.BadRequest, $"Invalid parent. {call.Resource.Name}/{segments[1]}/{segments[2]}");
        }

        var one = segments.Length == MaxSegments;
        var allowed = one ? child.One : child.VerbsOnMany(state.Personality);
        if (call.Request.Method == "OPTIONS" && state.Personality >= Personality.Next)
        {
            return new SimResponse { Status = Answers.NoContent, Headers = [("Allow", allowed.ToString().ToUpperInvariant())] };
        }

        if (call.Verb == Verbs.None || !allowed.HasFlag(call.Verb))
        {
            return Answers.UnknownRequest();
        }

        return (call.Verb, one) switch
        {
            (Verbs.Get, false) => reads.Children(call, segments[1], child),
            (Verbs.Get, true) => reads.Child(call, segments[1], child, segments[3]),
            (Verbs.Post, false) => writes.CreateBelow(call, segments[1], child, tasks),
            (Verbs.Post, true) => tasks.InvokeBelow(call, segments[1], child, segments[3]),
            _ => writes.DeleteBelow(call, segments[1], child, segments[3]),
        };
    }
}

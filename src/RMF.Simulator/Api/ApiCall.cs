using RMF.Simulator.Contract;
using RMF.Simulator.Http;

namespace RMF.Simulator.Api;

/// <summary>One request to the REST interface, taken apart as far as its first path segment.</summary>
internal sealed record ApiCall(SimRequest Request, Query Query, ResourceContract Resource)
{
    public Verbs Verb => Request.Method switch
    {
        "GET" or "HEAD" => Verbs.Get,
        "POST" => Verbs.Post,
        "PUT" => Verbs.Put,
        "PATCH" => Verbs.Patch,
        "DELETE" => Verbs.Delete,
        _ => Verbs.None,
    };
}

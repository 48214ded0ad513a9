using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>One request to a site's REST root.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Below <c>/api/rest/v1/</c>, e.g. <c>cameras/{id}</c>.</param>
/// <param name="Query">From <see cref="Http.Query"/>; empty = none.</param>
internal sealed record WireRequest(HttpMethod Method, string Path, string Query)
{
    public static readonly HttpMethod Patch = new("PATCH");

    private readonly string? operation;

    /// <summary>JSON; null = no body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>True when sending it twice does no harm.</summary>
    public bool IsRead { get; init; }

    /// <summary>True when the answer's headers are what is asked for, so that it may come without a body.</summary>
    public bool IsAboutHeaders { get; init; }

    /// <summary>Secrets in the body: a server that echoes them must not get them into a message.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>For messages: verb and path without the query.</summary>
    public string Operation
    {
        get => operation ?? $"{Method} {Path}";
        init => operation = value;
    }

    public string Target => Query.Length == 0 ? Path : Path + "?" + Query;

    public static WireRequest Get(string path, string query = "") => new(HttpMethod.Get, path, query) { IsRead = true };

    /// <summary>Asks which verbs a path takes; changes nothing.</summary>
    public static WireRequest Options(string path) => new(HttpMethod.Options, path, string.Empty) { IsRead = true, IsAboutHeaders = true };

    public static WireRequest Task(string path, string task, byte[] body, IReadOnlyList<Secret>? secrets = null)
        => new(HttpMethod.Post, path, new Query().Task(task).ToString()) { Body = body, Secrets = secrets ?? [], Operation = $"task {task} on {path}" };
}

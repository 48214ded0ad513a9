using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>What came next on a connection: a request, a problem with its status, or (neither) the end.</summary>
internal readonly record struct ReadResult(SimRequest? Request, bool KeepAlive, int? Problem)
{
    public static ReadResult End => default;

    public static ReadResult Broken(int status) => new(null, false, status);
}

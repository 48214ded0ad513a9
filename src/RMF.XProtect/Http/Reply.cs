using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>The end of one request: an answer, or an error.</summary>
/// <param name="Answer">A successful answer; the receiver disposes it. Null when there is an error.</param>
/// <param name="Error">Why there is no answer.</param>
/// <param name="MayHaveHappened">With an error: true when the request may have had its effect on the server nevertheless.</param>
internal readonly record struct Reply(Answer? Answer, SiteError? Error, bool MayHaveHappened)
{
    public static Reply Of(Answer answer) => new(answer, null, true);

    public static Reply Failed(SiteError error, bool mayHaveHappened) => new(null, error, mayHaveHappened);
}

using RMF.Engine.Ports;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Live;

/// <summary>How one attempt at a stream ended.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Reason">One sentence for people, without secrets.</param>
internal sealed record StreamEnd(StreamLossKind Kind, string Reason)
{
    /// <summary>The token that the recorder refused; null = none.</summary>
    public BearerToken? Refused { get; init; }

    public static StreamEnd Of(SiteError error) => new(
        error.Kind switch
        {
            SiteErrorKind.Unreachable => StreamLossKind.Unreachable,
            SiteErrorKind.Timeout or SiteErrorKind.ConnectionLost or SiteErrorKind.ServerError or SiteErrorKind.UnexpectedAnswer or SiteErrorKind.DeviceUnreachable => StreamLossKind.ConnectionLost,
            _ => StreamLossKind.Refused,
        },
        error.Message);
}

using RMF.Engine.Ports;
using VideoOS.Platform;

namespace RMF.SmartClient.Mip;

/// <summary>Makes failures of the kit's calls into what the engine knows.</summary>
internal static class MipErrors
{
    public static SiteError Of(string site, string operation, Exception exception)
        => exception is NotAuthorizedMIPException
            ? new SiteError(SiteErrorKind.Forbidden, site, operation, $"{site}: the operator has no right to {operation}.", "Ask an administrator for the right in the role.")
            : new SiteError(SiteErrorKind.Unreachable, site, operation, $"{site}: could not {operation}: {exception.Message}", "Try it again when the site answers.");

    public static SiteError NoCamera(string site, string operation)
        => new(SiteErrorKind.NotFound, site, operation, $"{site}: Smart Client shows no such camera.", "The operator may have no right to see it, or it was removed. Publish the policy again after a change.");
}

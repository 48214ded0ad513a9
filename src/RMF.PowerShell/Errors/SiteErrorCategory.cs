using System.Management.Automation;
using RMF.Engine.Ports;

namespace RMF.PowerShell.Errors;

/// <summary>What PowerShell sorts a site's failure under.</summary>
internal static class SiteErrorCategory
{
    public static ErrorCategory Of(SiteErrorKind kind) => kind switch
    {
        SiteErrorKind.Unreachable or SiteErrorKind.ConnectionLost => ErrorCategory.ConnectionError,
        SiteErrorKind.CertificateNotTrusted => ErrorCategory.SecurityError,
        SiteErrorKind.InvalidCredentials or SiteErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        SiteErrorKind.Forbidden => ErrorCategory.PermissionDenied,
        SiteErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        SiteErrorKind.BadRequest => ErrorCategory.InvalidArgument,
        SiteErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        SiteErrorKind.DeviceUnreachable => ErrorCategory.DeviceError,
        SiteErrorKind.TaskFailed => ErrorCategory.OperationStopped,
        SiteErrorKind.Timeout => ErrorCategory.OperationTimeout,
        SiteErrorKind.ServerError => ErrorCategory.ResourceUnavailable,
        SiteErrorKind.UnexpectedAnswer => ErrorCategory.ProtocolError,
        SiteErrorKind.NotSupported => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };
}

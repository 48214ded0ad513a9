using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using RMF.Engine.Ports;
using RMF.XProtect.Http;

namespace RMF.XProtect.Errors;

/// <summary>Tells failures of the wire apart: what never left this machine from what may have arrived.</summary>
internal static class TransportFailure
{
    private const int MaxInnerExceptions = 10;

    /// <summary>The error, and whether the request may have reached the server.</summary>
    public static (SiteError Error, bool MayHaveArrived) Read(Exception exception, Uri url, string operation, SiteErrors errors, CertificateGate gate)
    {
        var host = url.GetLeftPart(UriPartial.Authority);
        foreach (var inner in Chain(exception))
        {
            switch (inner)
            {
                case AuthenticationException:
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return (OfTls(inner, host, operation, errors, gate), false);
                case SocketException socket when IsConnectFailure(socket.SocketErrorCode):
                    return (OfConnect(socket.SocketErrorCode, host, operation, errors), false);
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return (OfConnect(SocketError.HostNotFound, host, operation, errors), false);
                case WebException { Status: WebExceptionStatus.ConnectFailure }:
                    return (OfConnect(SocketError.ConnectionRefused, host, operation, errors), false);
            }
        }

#if NET8_0_OR_GREATER
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
        {
            // A handshake that ended early: nothing of the request was sent yet.
            return (OfTls(Root(exception), host, operation, errors, gate), false);
        }

        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
        {
            return (OfConnect(SocketError.HostUnreachable, host, operation, errors), false);
        }
#endif
        return (errors.Make(SiteErrorKind.ConnectionLost, operation, $"{operation}: the connection to {host} broke before the answer was complete ({Root(exception).Message.TrimEnd('.')})."), true);
    }

    private static SiteError OfTls(Exception inner, string host, string operation, SiteErrors errors, CertificateGate gate)
        => gate.Refused is { } refused
            ? errors.Make(SiteErrorKind.CertificateNotTrusted, operation, $"The certificate of {host} is not trusted: {refused}.")
            : errors.Make(SiteErrorKind.CertificateNotTrusted, operation, $"No encrypted connection to {host}: {inner.Message}", "Check that the site speaks https on this port and which TLS versions it offers.");

    private static SiteError OfConnect(SocketError code, string host, string operation, SiteErrors errors)
        => errors.Make(SiteErrorKind.Unreachable, operation, $"No connection to {host}: {Words(code)}.");

    private static string Words(SocketError code) => code switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => "the host name is not known",
        SocketError.ConnectionRefused => "nothing listens on this port",
        SocketError.TimedOut => "no answer to the attempt to connect",
        _ => "the host cannot be reached",
    };

    private static bool IsConnectFailure(SocketError code) => code is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
        or SocketError.NoRecovery or SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable
        or SocketError.HostDown or SocketError.NetworkDown or SocketError.AddressNotAvailable;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        var current = exception;
        for (var depth = 0; depth < MaxInnerExceptions && current is not null; depth++, current = current.InnerException)
        {
            yield return current;
        }
    }

    private static Exception Root(Exception exception) => Chain(exception).Last();
}

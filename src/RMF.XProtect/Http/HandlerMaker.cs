using System.Net;
using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>Makes the socket handler of a site.</summary>
internal static class HandlerMaker
{
    /// <summary>Connections are made anew after this time, so that a changed address of the server is noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    /// <param name="connection">Limits and how to check the certificate.</param>
    /// <param name="gate">Decides on the certificate.</param>
    /// <param name="credentials">For Windows log-in at the identity provider; null elsewhere.</param>
    public static HttpMessageHandler Create(SiteConnection connection, CertificateGate gate, ICredentials? credentials)
    {
#if NET8_0_OR_GREATER
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = ConnectionsOf(connection),
            ConnectTimeout = connection.ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = credentials,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) => gate.Accepts(certificate, errors);
        return handler;
#else
        return new HttpClientHandler
        {
            MaxConnectionsPerServer = ConnectionsOf(connection),
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = credentials,
            ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => gate.Accepts(certificate, errors),
        };
#endif
    }

    public static int ConnectionsOf(SiteConnection connection) => Math.Min(10, Math.Max(1, connection.Connections));
}

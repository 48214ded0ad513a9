using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace RMF.Simulator;

/// <summary>Where a site listens.</summary>
public sealed record ListenOptions
{
    /// <summary>Default: loopback. A simulated site knows no users but one and should not face a network.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port of the site. Default 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>With a certificate (and its key) the site and its recorders speak TLS. Default: none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Name that the site gives for itself in discovery and in recorders' addresses. Default: the address.</summary>
    public string? HostName { get; init; }
}

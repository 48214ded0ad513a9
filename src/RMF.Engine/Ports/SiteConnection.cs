namespace RMF.Engine.Ports;

/// <summary>How to reach a site.</summary>
/// <param name="Name">The site's name in the policy.</param>
/// <param name="Uri">The management server, e.g. <c>https://vms-a.example.net</c>.</param>
/// <param name="Credential">Who logs in.</param>
public sealed record SiteConnection(string Name, Uri Uri, SiteCredential Credential)
{
    /// <summary>Default true. False is said loudly on every run.</summary>
    public bool VerifyCertificate { get; init; } = true;

    /// <summary>SHA-256 thumbprint (hex, colons allowed) of the one certificate that is accepted although no authority vouches for it; null = none.</summary>
    public string? PinnedThumbprint { get; init; }

    /// <summary>Parallel requests, 1 to 10 (Milestone's own sample stops at 10). Default 8.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Objects per page of a bulk read, 1 to 10,000. Default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Longest wait for one answer. Default 180 s: bulk reads of 2,500 cameras were seen to take 30 to 180 s.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Longest wait for a connection. Default 15 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for a server task such as AddHardware. Default 5 min.</summary>
    public TimeSpan TaskTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The site whose token is tried first, because this one is below it in a federation; where the token is refused, <see cref="Credential"/>
    /// logs in. Default null: log in at once.
    /// </summary>
    public ISite? Parent { get; init; }
}

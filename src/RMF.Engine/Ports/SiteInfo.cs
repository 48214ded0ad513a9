namespace RMF.Engine.Ports;

/// <summary>What a site says of itself at log-in.</summary>
/// <param name="Name">The site's name in the policy.</param>
/// <param name="ServerName">The management server's own name.</param>
/// <param name="SiteId">The server's id of the site.</param>
/// <param name="Version">Product version, e.g. <c>25.2.1.1</c>.</param>
/// <param name="Uri">The gateway in use.</param>
/// <param name="Account">The account that logged in, without a password.</param>
public sealed record SiteInfo(string Name, string ServerName, string SiteId, string Version, Uri Uri, string Account)
{
    /// <summary>How it was logged in where that was not plain: with the token of the parent, or with one of its own because the parent's was refused. Null otherwise.</summary>
    public string? LogIn { get; init; }

    /// <summary>Loud remarks that every run repeats, e.g. that certificates are not checked.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

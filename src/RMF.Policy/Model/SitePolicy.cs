namespace RMF.Policy;

/// <summary>One XProtect site.</summary>
public sealed record SitePolicy
{
    /// <summary>The side that the site belongs to. Required in the file.</summary>
    public SiteSide Side { get; init; }

    /// <summary>
    /// The address of the site's API gateway: absolute, http or https, no user information. Null in a federated architecture alone: the site
    /// is then found by its name among the child sites of those that have an address.
    /// </summary>
    public Uri? Uri { get; init; }

    /// <summary>The account. Default null: in a federated architecture the parent site's account, else the Windows account that runs.</summary>
    public CredentialPolicy? Credential { get; init; }

    /// <summary>How the site's certificate is checked.</summary>
    public TlsPolicy Tls { get; init; } = new();
}

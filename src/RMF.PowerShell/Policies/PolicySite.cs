namespace RMF.PowerShell;

/// <summary>A site as the policy names it.</summary>
public sealed class PolicySite
{
    internal PolicySite(string site, RMF.Policy.SitePolicy policy)
    {
        Site = site;
        Side = policy.Side.ToString();
        Uri = policy.Uri;
        User = policy.Credential switch
        {
            { User: { } user } => user,
            { Windows: not null } => "(current Windows account)",
            _ => null,
        };
        PasswordFrom = policy.Credential?.Password?.ToString();
    }

    /// <summary>The site's name.</summary>
    public string Site { get; }

    /// <summary>Primary, Secondary or Both.</summary>
    public string Side { get; }

    /// <summary>The API gateway; null for a federated child that is found by its name.</summary>
    public Uri? Uri { get; }

    /// <summary>Who logs in; null where the policy leaves it open.</summary>
    public string? User { get; }

    /// <summary>Where the password is kept, e.g. <c>secret vms-a</c>; never the password.</summary>
    public string? PasswordFrom { get; }

    /// <inheritdoc/>
    public override string ToString() => Site;
}

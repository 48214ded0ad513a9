namespace RMF.Engine.Ports;

/// <summary>Who logs in to a site.</summary>
public abstract record SiteCredential
{
    private SiteCredential()
    {
    }

    /// <summary>A basic user of the VMS.</summary>
    public sealed record Basic(string User, Secret Password) : SiteCredential;

    /// <summary>A Windows account, by name and password (NTLM or Negotiate at the identity provider).</summary>
    public sealed record Windows(string User, Secret Password) : SiteCredential;

    /// <summary>The account that this process runs under.</summary>
    public sealed record CurrentWindowsUser : SiteCredential;

    /// <summary>A bearer token taken over from another tool; it cannot be renewed here.</summary>
    public sealed record AccessToken(Secret Token) : SiteCredential;
}

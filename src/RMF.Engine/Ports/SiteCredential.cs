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

    /// <summary>
    /// A bearer token that another program in this process keeps fresh, such as Smart Client: it is asked each minute and after each refusal.
    /// </summary>
    /// <param name="Current">Gives the token of now, or null while there is none. Quick, thread-safe, and does not throw.</param>
    /// <param name="Account">Whose it is, for logs.</param>
    public sealed record LentToken(Func<Secret?> Current, string Account) : SiteCredential;
}

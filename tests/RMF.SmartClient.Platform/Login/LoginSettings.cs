using VideoOS.Platform.OAuth;

namespace VideoOS.Platform.Login;

public class LoginSettings
{
    internal LoginSettings(Guid guid, Uri uri, string userName, string token, IMipTokenCache identityTokenCache)
    {
        Guid = guid;
        Uri = uri;
        UserName = userName;
        Token = token;
        IdentityTokenCache = identityTokenCache;
    }

    public Guid Guid { get; }

    public Uri Uri { get; }

    internal string UserName { get; }

    public string Token { get; }

    public bool IsOAuthConnection => true;

    public bool SecureOnly => false;

    public IMipTokenCache IdentityTokenCache { get; }
}

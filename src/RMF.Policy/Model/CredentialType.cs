namespace RMF.Policy;

/// <summary>The kind of account that a site is opened with.</summary>
public enum CredentialType
{
    /// <summary>An XProtect basic user. The default.</summary>
    Basic,

    /// <summary>A Windows account, <c>DOMAIN\user</c>.</summary>
    Windows,
}

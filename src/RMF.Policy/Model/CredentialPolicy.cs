namespace RMF.Policy;

/// <summary>The account that a site is opened with. Either <see cref="Windows"/> alone, or a user and a password reference.</summary>
public sealed record CredentialPolicy
{
    /// <summary>The kind of <see cref="User"/>. Default <see cref="CredentialType.Basic"/>.</summary>
    public CredentialType Type { get; init; } = CredentialType.Basic;

    /// <summary>The user's name; <c>DOMAIN\user</c> for a Windows account. Null with <see cref="Windows"/>.</summary>
    public string? User { get; init; }

    /// <summary>Where the password is kept. Null with <see cref="Windows"/>.</summary>
    public SecretReference? Password { get; init; }

    /// <summary>The account that runs the process, in place of a user and a password. Default null.</summary>
    public WindowsAccount? Windows { get; init; }
}

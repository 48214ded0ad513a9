namespace RMF.Policy;

/// <summary>Names a secret and where it is kept; it never holds the secret itself, so it may be printed.</summary>
/// <param name="Store">The store; see <see cref="SecretStore"/>.</param>
/// <param name="Name">The secret's name in that store: 1 to 128 of letters, digits, <c>_ - . /</c>.</param>
public sealed record SecretReference(SecretStore Store, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Store == SecretStore.Secret ? $"secret {Name}" : $"environment variable {Name}";
}

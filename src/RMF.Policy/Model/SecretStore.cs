namespace RMF.Policy;

/// <summary>Where a secret is kept. It never stands in the policy.</summary>
public enum SecretStore
{
    /// <summary>A vault of PowerShell SecretManagement.</summary>
    Secret,

    /// <summary>An environment variable of the process.</summary>
    Environment,
}

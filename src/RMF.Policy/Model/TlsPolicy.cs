namespace RMF.Policy;

/// <summary>How a site's certificate is checked.</summary>
public sealed record TlsPolicy
{
    /// <summary>Whether the certificate must be trusted. Default true; false is warned about on every run.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>The one certificate to accept: SHA-1 (40) or SHA-256 (64) hexadecimal digits, upper case. Default null. Warned about on every run.</summary>
    public string? Thumbprint { get; init; }
}

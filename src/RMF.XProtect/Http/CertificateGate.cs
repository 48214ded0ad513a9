using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RMF.Engine.Ports;

namespace RMF.XProtect.Http;

/// <summary>
/// Decides on a server's certificate and remembers what it refused, because the exception that follows does not say.
/// Nothing is let pass silently: both exceptions to the check are warnings of the site. Thread-safe.
/// </summary>
internal sealed class CertificateGate
{
    private readonly bool verify;
    private readonly string? pinned;
    private volatile string? refused;

    public CertificateGate(SiteConnection connection)
    {
        verify = connection.VerifyCertificate;
        pinned = connection.PinnedThumbprint is { Length: > 0 } pin ? Normalise(pin) : null;
    }

    /// <summary>What was last refused, with its thumbprint; null when nothing was.</summary>
    public string? Refused => refused;

    public bool Accepts(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || !verify)
        {
            return true;
        }

        var thumbprint = certificate is null ? "none" : ThumbprintOf(certificate);
        if (pinned is not null && string.Equals(pinned, Normalise(thumbprint), StringComparison.Ordinal))
        {
            return true;
        }

        refused = $"{Describe(errors)}; SHA-256 thumbprint seen: {thumbprint}";
        return false;
    }

    /// <summary>SHA-256 of the certificate, upper-case hex with colons.</summary>
    public static string ThumbprintOf(X509Certificate certificate)
    {
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(certificate.GetRawCertData());
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(certificate.GetRawCertData());
#endif
        return BitConverter.ToString(hash).Replace('-', ':');
    }

    private static string Normalise(string thumbprint)
    {
        var text = new StringBuilder(thumbprint.Length);
        foreach (var letter in thumbprint)
        {
            if (Uri.IsHexDigit(letter))
            {
                text.Append(char.ToUpperInvariant(letter));
            }
        }

        return text.ToString();
    }

    private static string Describe(SslPolicyErrors errors)
    {
        var reasons = new List<string>(3);
        if ((errors & SslPolicyErrors.RemoteCertificateNotAvailable) != SslPolicyErrors.None)
        {
            reasons.Add("the server sent no certificate");
        }

        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != SslPolicyErrors.None)
        {
            reasons.Add("it is made out to another name");
        }

        if ((errors & SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            reasons.Add("no trusted authority vouches for it, or it has expired");
        }

        return string.Join(", ", reasons);
    }
}

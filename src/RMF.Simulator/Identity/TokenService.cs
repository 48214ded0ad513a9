using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RMF.Simulator.Identity;

/// <summary>
/// Issues and checks access tokens. They look like the real ones (a signed JWT of about 950 characters) and end when the clock
/// says so; there is no refresh. The signature is a keyed hash of the site's seed: only this site can check it. Thread-safe.
/// </summary>
internal sealed class TokenService
{
    private const int MaxTokens = 10_000;
    private const int SignatureBytes = 256;

    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new(StringComparer.Ordinal);
    private readonly SiteClock clock;
    private readonly TimeSpan lifetime;
    private readonly byte[] key;
    private long count;

    public TokenService(SiteClock clock, TimeSpan lifetime, string keyText)
    {
        this.clock = clock;
        this.lifetime = lifetime;
        key = SHA256.HashData(Encoding.UTF8.GetBytes(keyText));
    }

    public long LifetimeSeconds => (long)lifetime.TotalSeconds;

    public string Issue(string user, Uri issuer)
    {
        var now = clock.Now;
        var number = Interlocked.Increment(ref count);
        var head = Encode("""{"alg":"RS256","kid":"5A1B0C9D3E7F4A6B8C2D1E0F9A8B7C6D","typ":"at+jwt"}""");
        var subject = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(user)))[..32];
        var body = Encode(string.Create(CultureInfo.InvariantCulture, $$"""
            {"nbf":{{now.ToUnixTimeSeconds()}},"exp":{{(now + lifetime).ToUnixTimeSeconds()}},"iss":"{{issuer}}","aud":["managementserver","{{issuer}}/resources"],"client_id":"GrantValidatorClient","sub":"{{subject}}","auth_time":{{now.ToUnixTimeSeconds()}},"idp":"local","role":"administrators","jti":"{{number:X32}}","iat":{{now.ToUnixTimeSeconds()}},"scope":["managementserver"],"amr":["custom"]}
            """));
        var token = $"{head}.{body}.{Sign(head + "." + body)}";
        if (issued.Count >= MaxTokens)
        {
            Forget(now);
        }

        // Expiry runs on the true clock: a site whose clock is wrong is wrong about both ends of a token's life.
        issued[token] = clock.Provider.GetUtcNow() + lifetime;
        return token;
    }

    /// <summary>Null when the header carries a good token, else what is wrong with it.</summary>
    public string? Check(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "Token validation failed: the token is missing.";
        }

        var token = authorization[Scheme.Length..].Trim();
        if (!issued.TryGetValue(token, out var ends))
        {
            return IsOurs(token) ? "Token validation failed: the token is expired." : "Token validation failed: the token is invalid.";
        }

        return clock.Provider.GetUtcNow() < ends ? null : "Token validation failed: the token is expired.";
    }

    /// <summary>Every token issued so far is expired from now on.</summary>
    public void ExpireAll() => issued.Clear();

    private static string Encode(string json) => Base64Url(Encoding.UTF8.GetBytes(json));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private bool IsOurs(string token)
    {
        var at = token.LastIndexOf('.');
        return at > 0 && token[(at + 1)..] == Sign(token[..at]);
    }

    private string Sign(string text) =>
        Base64Url(HKDF.Expand(HashAlgorithmName.SHA256, HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)), SignatureBytes, "rmf-simulator"u8.ToArray()));

    private void Forget(DateTimeOffset now)
    {
        foreach (var (token, ends) in issued)
        {
            if (ends <= now)
            {
                issued.TryRemove(token, out _);
            }
        }

        if (issued.Count >= MaxTokens)
        {
            issued.Clear();
        }
    }
}

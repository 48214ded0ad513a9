using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RMF.Testing;

namespace RMF.Simulator.Tests.Server;

public sealed class TlsTests
{
    [Fact]
    public async Task Site_and_recorders_speak_tls_with_a_certificate()
    {
        using var certificate = SelfSigned();
        await using var site = new SimulatedSite(World.Load("minimal").Sites[0], new SimulatorOptions { TimeProvider = new ManualTimeProvider() });
        await site.ListenAsync(new ListenOptions { Certificate = certificate });
        using var handler = Trusting(certificate);
        using var client = new HttpClient(handler);

        var uris = await client.GetStringAsync(new Uri(site.BaseUri, "api/.well-known/uris"));
        using var recorder = await client.GetAsync(new Uri($"https://127.0.0.1:{site.Recorders[0].Port}/"));

        Assert.Equal("https", site.BaseUri.Scheme);
        Assert.Contains($"\"SecureManagementServer\":\"{site.BaseUri}\"", uris, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, recorder.StatusCode);
    }

    [Fact]
    public async Task Client_that_does_not_trust_the_certificate_is_not_served()
    {
        using var certificate = SelfSigned();
        await using var site = new SimulatedSite(World.Load("minimal").Sites[0], new SimulatorOptions { TimeProvider = new ManualTimeProvider() });
        await site.ListenAsync(new ListenOptions { Certificate = certificate });
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(site.BaseUri, "api/.well-known/uris")));

        Assert.Equal(0, site.Requests.Total);
    }

    internal static SocketsHttpHandler Trusting(X509Certificate2 root) => new()
    {
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificate(root.RawData) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };

    internal static X509Certificate2 SelfSigned(string? password = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // A key that lives in memory alone is refused by some platforms' TLS: load it anew from its own bytes.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12, password), password, X509KeyStorageFlags.Exportable);
    }
}

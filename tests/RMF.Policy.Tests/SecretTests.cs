namespace RMF.Policy.Tests;

public sealed class SecretTests
{
    private const string Secret = "S3cr3t-hunter2!";

    [Theory]
    [InlineData("credential: { type: basic, user: rmf, password: SECRET }", "RMF1301")]
    [InlineData("credential: { type: basic, user: rmf, password: [SECRET] }", "RMF1301")]
    [InlineData("credential: { type: basic, user: rmf, password: { secret: SECRET } }", "RMF1301")]
    [InlineData("credential: { type: basic, user: rmf, password: { environment: SECRET } }", "RMF1301")]
    [InlineData("credential: { type: basic, user: rmf, password: { value: SECRET } }", "RMF1101")]
    [InlineData("credential: { type: basic, user: rmf, passwrd: SECRET }", "RMF1101")]
    [InlineData("credential: { windows: current }, token: SECRET", "RMF1301")]
    [InlineData("credential: { windows: current }, api_key: SECRET", "RMF1301")]
    [InlineData("credential: SECRET", "RMF1102")]
    [Trait("Proof", "bad-input")]
    public void A_secret_in_the_file_is_an_error_that_does_not_repeat_it(string site, string code)
    {
        var text = Policies.Minimal.Replace("uri: https://a.example.net", "uri: https://a.example.net, " + site.Replace("SECRET", $"\"{Secret}\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var result = PolicyReader.Parse(text, "p.yaml");
        Assert.False(result.IsValid);
        Assert.Contains(result.Messages, m => m.Code == code);
        Assert.DoesNotContain(result.Messages, m => m.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://rmf:hunter2@a.example.net")]
    [InlineData("htps://rmf:hunter2@a.example.net")]
    public void A_password_in_an_address_is_not_repeated(string uri)
    {
        var error = Policies.OnlyError(Policies.Minimal.Replace("https://a.example.net", $"'{uri}'", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: \"-----BEGIN PRIVATE KEY-----\"")]
    [InlineData("state: { path: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N }")]
    [InlineData("manage: { include: [ { name: \"Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCD\" } ] }")]
    public void A_token_or_key_anywhere_is_found(string more)
    {
        var result = Policies.With(more + "\n");
        Assert.False(result.IsValid);
        Assert.Contains(result.Messages, m => m.Code is "RMF1301" or "RMF1108");
    }

    [Fact]
    public void A_vault_an_environment_variable_and_the_current_account_are_fine()
    {
        foreach (var credential in new[]
        {
            "{ type: basic, user: rmf, password: { secret: vms-a/rmf } }",
            "{ user: 'DOM\\rmf', type: windows, password: { environment: RMF_PASSWORD } }",
            "{ windows: current }",
        })
        {
            Policies.Valid(Policies.Minimal.Replace("uri: https://a.example.net", "uri: https://a.example.net, credential: " + credential, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("{ windows: current, user: x }", "RMF1110")]
    [InlineData("{ user: x }", "RMF1105")]
    [InlineData("{ password: { secret: x } }", "RMF1105")]
    [InlineData("{ }", "RMF1105")]
    [InlineData("{ user: x, password: { secret: x, environment: y } }", "RMF1110")]
    [InlineData("{ user: x, password: {} }", "RMF1110")]
    public void An_incomplete_or_doubled_credential_is_refused(string credential, string code)
        => Assert.Equal(code, Policies.OnlyError(Policies.Minimal.Replace("uri: https://a.example.net", "uri: https://a.example.net, credential: " + credential, StringComparison.Ordinal)).Code);

    [Theory]
    [InlineData("http://a.example.net", "", "RMF1302", PolicySeverity.Warning)]
    [InlineData("http://127.0.0.1:8081", "", "RMF1302", PolicySeverity.Information)]
    [InlineData("http://localhost:8081", "", "RMF1302", PolicySeverity.Information)]
    [InlineData("https://a.example.net", ", tls: { verify: false }", "RMF1303", PolicySeverity.Warning)]
    [InlineData("https://a.example.net", ", tls: { thumbprint: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 }", "RMF1304", PolicySeverity.Warning)]
    [InlineData("http://a.example.net", ", tls: { verify: false }", "RMF1211", PolicySeverity.Warning)]
    public void A_weak_transport_is_warned_about(string uri, string more, string code, PolicySeverity severity)
    {
        var result = PolicyReader.Parse(Policies.Minimal.Replace("uri: https://a.example.net", $"uri: \"{uri}\"{more}", StringComparison.Ordinal), "p.yaml");
        Assert.True(result.IsValid, string.Join('\n', result.Messages));
        Assert.Equal(severity, Assert.Single(result.Messages, m => m.Code == code).Severity);
    }

    [Theory]
    [InlineData("9f:86:d0:81:88:4c:7d:65:9a:2f:ea:a0:c5:5a:d0:15:a3:bf:4f:1b", false)]
    [InlineData("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08", true)]
    [InlineData("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1", false)]
    [InlineData("ZZ86D081884C7D659A2FEAA0C55AD015A3BF4F1B", false)]
    public void A_thumbprint_is_sixty_four_digits_of_SHA_256(string thumbprint, bool isValid)
    {
        var result = PolicyReader.Parse(Policies.Minimal.Replace("uri: https://a.example.net", $"uri: https://a.example.net, tls: {{ thumbprint: \"{thumbprint}\" }}", StringComparison.Ordinal), "p.yaml");
        Assert.Equal(isValid, result.IsValid);
        Assert.True(!isValid || result.Policy!.Sites["a"].Tls.Thumbprint!.All(char.IsAsciiHexDigitUpper));
    }
}

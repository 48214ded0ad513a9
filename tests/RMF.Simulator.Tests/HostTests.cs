using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using RMF.Simulator.Tests.Server;
using RMF.Testing;

namespace RMF.Simulator.Tests;

/// <summary>The program, started as a process.</summary>
public sealed class HostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Program_says_that_it_is_ready_serves_and_ends_on_sigterm()
    {
        var faults = Path.Combine(Directory.CreateTempSubdirectory("rmf").FullName, "faults.yaml");
        await File.WriteAllTextAsync(faults, "faults: [{ kind: errorStatus, path: /sites, count: 1 }]");
        using var host = Start("--world", "minimal", "--site", "secondary", "--urls", "http://127.0.0.1:0", "--personality", "2025R1", "--faults", faults);

        var line = await host.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        using var ready = JsonDocument.Parse(line!);
        var root = ready.RootElement;
        Assert.Equal(["ready", "site", "baseUrl", "basicUser", "password", "recorders"], root.EnumerateObject().Select(p => p.Name));
        Assert.True(root.GetProperty("ready").GetBoolean());
        Assert.Equal("South", root.GetProperty("site").GetString());
        Assert.Equal("REC-S1", root.GetProperty("recorders")[0].GetProperty("name").GetString());
        Assert.InRange(root.GetProperty("recorders")[0].GetProperty("imageServerPort").GetInt32(), 1, 65535);
        Assert.False(root.GetProperty("baseUrl").GetString()!.EndsWith('/'));

        using var client = new HttpClient { BaseAddress = new Uri(root.GetProperty("baseUrl").GetString() + "/") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = root.GetProperty("basicUser").GetString()!,
            ["password"] = root.GetProperty("password").GetString()!,
            ["client_id"] = "GrantValidatorClient",
        });
        using var login = await client.PostAsync(new Uri("API/IDP/connect/token", UriKind.Relative), form);
        using var token = JsonDocument.Parse(await login.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.RootElement.GetProperty("access_token").GetString());
        using var struck = await client.GetAsync(new Uri("api/rest/v1/sites", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
        Assert.Contains("\"version\" : \"25.1", await client.GetStringAsync(new Uri("api/rest/v1/sites", UriKind.Relative)), StringComparison.Ordinal);

        Terminate(host);
        await host.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, host.ExitCode);
        Assert.Equal("", await host.StandardOutput.ReadToEndAsync());
        Assert.Equal("", await host.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Program_serves_https_with_a_given_certificate()
    {
        const string Password = "pfx-password";
        var file = Path.Combine(Directory.CreateTempSubdirectory("rmf").FullName, "site.pfx");
        using var certificate = TlsTests.SelfSigned(Password);
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, Password));

        using var host = Start(["--world", "minimal", "--urls", "https://localhost:0", "--certificate", file, "--certificate-password-env", "RMF_TEST_PFX"], ("RMF_TEST_PFX", Password));
        using var ready = JsonDocument.Parse((await host.StandardOutput.ReadLineAsync().WaitAsync(Patience))!);
        using var handler = TlsTests.Trusting(certificate);
        using var client = new HttpClient(handler);
        var baseUrl = ready.RootElement.GetProperty("baseUrl").GetString()!;

        Assert.StartsWith("https://localhost:", baseUrl, StringComparison.Ordinal);
        Assert.Contains(baseUrl, await client.GetStringAsync(new Uri(baseUrl + "/api/.well-known/uris")), StringComparison.Ordinal);
        Terminate(host);
        await host.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, host.ExitCode);
    }

    [Theory]
    [InlineData("--bogus 1", "'--bogus' is not known.")]
    [InlineData("--world", "--world needs a value.")]
    [InlineData("--site nowhere --world minimal", "has no one site 'nowhere'")]
    [InlineData("--world nosuch", "Known names:")]
    [InlineData("--urls ftp://x", "is not an address such as")]
    [InlineData("--urls https://127.0.0.1:0", "An https:// address needs --certificate.")]
    [InlineData("--personality 1999R1", "is no personality")]
    [InlineData("--cameras many", "--cameras takes 1 to 100000.")]
    [InlineData("--seed x", "--seed takes a whole number.")]
    [InlineData("--world minimal --faults /no/such/file.yaml", "no/such")]
    public async Task Wrong_call_is_explained_and_ends_with_2(string arguments, string message)
    {
        using var host = Start(arguments.Split(' '));

        var error = await host.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await host.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(2, host.ExitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal("", await host.StandardOutput.ReadToEndAsync());
    }

    private static Process Start(params string[] arguments) => Start(arguments, []);

    private static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RMF.Simulator.Host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows has no SIGTERM; there the program's end is not under test.
            process.Kill();
            return;
        }

        Assert.Equal(0, Kill(process.Id, 15));
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}

using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace RMF.Simulator.Host;

/// <summary>Makes the site and says where it listens, from the command line.</summary>
internal static class HostSetup
{
    public static (SimulatedSite Site, ListenOptions Listen) Prepare(HostArguments arguments)
    {
        var named = World.Load(arguments.World).Site(arguments.Site);
        var listen = Listen(arguments);
        var site = new SimulatedSite(arguments.Cameras is { } cameras ? Generated(named, cameras, arguments.Seed) : named, new SimulatorOptions
        {
            TimeProvider = TimeProvider.System,
            Seed = arguments.Seed,
            NewId = arguments.Seed is null ? Guid.NewGuid : null,
            Personality = arguments.Personality,
        });
        if (arguments.Faults is { } file)
        {
            site.Faults.AddRange(FaultFile.Load(file));
        }

        return (site, listen);
    }

    private static WorldSite Generated(WorldSite named, int cameras, int? seed)
    {
        var world = World.Generate(cameras, seed: seed ?? named.Seed);
        var site = world.FindSite(named.Side ?? "primary") ?? world.Sites[0];
        return site with { Name = named.Name, BasicUser = named.BasicUser, Password = named.Password, TimeZone = named.TimeZone };
    }

    private static ListenOptions Listen(HostArguments arguments)
    {
        var host = arguments.Url.DnsSafeHost;
        var isAddress = IPAddress.TryParse(host, out var address);
        if (!isAddress && !string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{host}' is not an IP address and not localhost.", nameof(arguments));
        }

        return new ListenOptions
        {
            Address = address ?? IPAddress.Loopback,
            Port = arguments.Url.Port,
            HostName = isAddress ? null : host,
            Certificate = arguments.Certificate is { } file ? Certificate(file, arguments.CertificatePasswordVariable) : null,
        };
    }

    private static X509Certificate2 Certificate(string file, string? passwordVariable)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no certificate file '{file}'.", file);
        }

        var password = passwordVariable is null ? null : Environment.GetEnvironmentVariable(passwordVariable)
            ?? throw new ArgumentException($"The environment variable {passwordVariable} is not set.", nameof(passwordVariable));
        return X509CertificateLoader.LoadPkcs12FromFile(file, password);
    }
}

using System.Globalization;

namespace RMF.Simulator.Host;

/// <summary>The command line.</summary>
internal sealed record HostArguments
{
    public const string Help = """
        Usage: rmf-simulator --world NAME|FILE --site NAME|SIDE --urls URL [options]

          --world NAME|FILE   a world of examples/worlds, or a YAML file (default: harbour)
          --site NAME|SIDE    the site to serve: its name, or its side (default: primary)
          --urls URL          one http:// or https:// address (default: http://127.0.0.1:8081; port 0 takes a free one)
          --personality P     2025R1 or 2025R2 (default: 2025R2); also 2023R2 and Next
          --cameras N         N generated cameras a site instead of the world's own; names and log-in stay
          --faults FILE       a YAML file of faults
          --seed N            seed of ids and chances (default: the world's)
          --certificate PFX   certificate and key for an https:// address
          --certificate-password-env NAME   environment variable that holds the file's password
        """;

    private const int MaxCameras = 100_000;

    public string World { get; private set; } = "harbour";

    public string Site { get; private set; } = "primary";

    public Uri Url { get; private set; } = new("http://127.0.0.1:8081");

    public Personality Personality { get; private set; } = Personality.V2025R2;

    public int? Cameras { get; private set; }

    public string? Faults { get; private set; }

    public int? Seed { get; private set; }

    public string? Certificate { get; private set; }

    public string? CertificatePasswordVariable { get; private set; }

    /// <summary>The arguments, or what is wrong with them and how they are meant.</summary>
    public static (HostArguments? Arguments, string Problem) Parse(IReadOnlyList<string> given)
    {
        var read = new HostArguments();
        for (var i = 0; i < given.Count; i += 2)
        {
            if (i + 1 >= given.Count)
            {
                return Wrong(given[i] is "--help" or "-h" ? "" : read.Take(given[i], "") is { } unknown && unknown.EndsWith("not known.", StringComparison.Ordinal) ? unknown : $"{given[i]} needs a value.");
            }

            if (read.Take(given[i], given[i + 1]) is { } problem)
            {
                return Wrong(problem);
            }
        }

        if (read.Certificate is null == (read.Url.Scheme == Uri.UriSchemeHttps))
        {
            return Wrong(read.Certificate is null ? "An https:// address needs --certificate." : "--certificate goes with an https:// address.");
        }

        return (read, "");
    }

    private static (HostArguments?, string) Wrong(string problem) => (null, problem.Length == 0 ? Help : $"{problem}\n\n{Help}");

    private string? Take(string name, string value)
    {
        switch (name)
        {
            case "--world": World = value; return null;
            case "--site": Site = value; return null;
            case "--faults": Faults = value; return null;
            case "--certificate": Certificate = value; return null;
            case "--certificate-password-env": CertificatePasswordVariable = value; return null;
            case "--urls": return TakeUrl(value);
            case "--personality":
                Personality = Enum.TryParse<Personality>(value.StartsWith("20", StringComparison.Ordinal) ? "V" + value : value, ignoreCase: true, out var release) && Enum.IsDefined(release) ? release : (Personality)(-1);
                return Enum.IsDefined(Personality) ? null : $"'{value}' is no personality: 2023R2, 2025R1, 2025R2 or Next.";
            case "--cameras":
                Cameras = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cameras) ? cameras : 0;
                return Cameras is > 0 and <= MaxCameras ? null : $"--cameras takes 1 to {MaxCameras}.";
            case "--seed":
                Seed = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null;
                return Seed is null ? "--seed takes a whole number." : null;
            default:
                return $"'{name}' is not known.";
        }
    }

    private string? TakeUrl(string value)
    {
        // "*" and "+" are how other servers write "every address".
        var text = value.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.AbsolutePath != "/")
        {
            return $"'{value}' is not an address such as http://127.0.0.1:8081.";
        }

        Url = url;
        return null;
    }
}

using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>Sites, recorders, links and what belongs to them.</summary>
internal static class SiteShapes
{
    private static readonly ObjectShape<CredentialPolicy> Credential = new KeysOf<CredentialPolicy>("credential", new CredentialPolicy())
        .Key("type", EnumShape<CredentialType>.Instance, c => c.Type, (c, v) => c with { Type = v }, "The kind of account.")
        .Key("user", Common.ItemName, c => c.User, (c, v) => c with { User = v }, "The user's name; DOMAIN\\user for a Windows account.")
        .Key("password", SecretShape.Instance, c => c.Password, (c, v) => c with { Password = v }, "Where the password is kept; never the password itself.")
        .Key("windows", Common.Maybe(EnumShape<WindowsAccount>.Instance), c => c.Windows, (c, v) => c with { Windows = v }, "The Windows account that runs, in place of a user and a password.")
        .Shape(CheckCredential);

    private static readonly ObjectShape<TlsPolicy> Tls = new KeysOf<TlsPolicy>("tls", new TlsPolicy())
        .Key("verify", Common.Switch, t => t.Verify, (t, v) => t with { Verify = v }, "Whether the certificate must be trusted; false is warned about on every run.")
        .Key(
            "thumbprint",
            new ConvertedShape<string>(
                new TextShape("a SHA-256 thumbprint, 64 hexadecimal digits", 200, "^[0-9A-Fa-f: ]+$", ThumbprintProblem),
                Digits,
                t => t),
            t => t.Thumbprint,
            (t, v) => t with { Thumbprint = v },
            "The one certificate to accept; colons and spaces may divide the digits.")
        .Shape();

    public static readonly ObjectShape<SitePolicy> Site = new KeysOf<SitePolicy>("site", new SitePolicy())
        .Must("side", EnumShape<SiteSide>.Instance, s => s.Side, (s, v) => s with { Side = v }, "The side that the site belongs to; both is for singleSite alone.")
        .Key(
            "uri",
            new UriShape(),
            s => s.Uri,
            (s, v) => s with { Uri = v },
            "The address of the site's API gateway. A federated child may leave it off: it is then found by its name.",
            "federated: found among the child sites of the sites that have one; **required** otherwise")
        .Key(
            "credential",
            Credential,
            s => s.Credential,
            (s, v) => s with { Credential = v },
            "The account: type, user and password, or windows: current.",
            "federated: the parent site's account, else the Windows account that runs")
        .Key("tls", Tls, s => s.Tls, (s, v) => s with { Tls = v }, "How the site's certificate is checked.")
        .Shape();

    public static readonly ObjectShape<RecorderLabels> Recorders = new KeysOf<RecorderLabels>("recorders", new RecorderLabels())
        .Must("primary", new ListShape<RecorderName>(Common.Recorder, unique: true), r => r.Primary, (r, v) => r with { Primary = v }, "The primary recorders; at least one.")
        .Must("secondary", new ListShape<RecorderName>(Common.Recorder, unique: true), r => r.Secondary, (r, v) => r with { Secondary = v }, "The secondary recorders; at least one.")
        .Shape();

    public static readonly ObjectShape<RecorderLink> Link = new KeysOf<RecorderLink>("link", new RecorderLink())
        .Must("primary", Common.Recorder, l => l.Primary, (l, v) => l with { Primary = v }, "A labelled primary.")
        .Must("secondary", Common.Recorder, l => l.Secondary, (l, v) => l with { Secondary = v }, "A labelled secondary; it may serve many primaries.")
        .Key(
            "storage",
            new MapShape<string>("name of a primary storage", new TextShape("name of a secondary storage")),
            l => l.Storage,
            (l, v) => l with { Storage = v },
            "Primary storage to secondary storage; a storage that is not named uses the secondary's default storage.")
        .Shape();

    public static readonly ObjectShape<CameraMapping> Camera = new KeysOf<CameraMapping>("camera", new CameraMapping())
        .Must("camera", Common.ItemName, c => c.Camera, (c, v) => c with { Camera = v }, "The primary camera's name.")
        .Must("secondary", Common.Recorder, c => c.Secondary, (c, v) => c with { Secondary = v }, "A labelled secondary.")
        .Shape();

    public static readonly ObjectShape<HardwareCredential> Hardware = new KeysOf<HardwareCredential>("hardwareCredential", new HardwareCredential())
        .Must("match", Common.SelectorShape, h => h.Match, (h, v) => h with { Match = v }, "Which hardware.")
        .Must("user", Common.ItemName, h => h.User, (h, v) => h with { User = v }, "The user on the device.")
        .Must("password", SecretShape.Instance, h => h.Password, (h, v) => h with { Password = v }, "Where the password is kept; never the password itself.")
        .Shape();

    private static bool CheckCredential(CredentialPolicy value, PolicyNode node, Reading reading, string path)
    {
        var named = value.User is not null || value.Password is not null || reading.IsWritten(PolicyPath.Child(path, "type"));
        if (value.Windows is not null && named)
        {
            reading.Report(PolicyCodes.BadCombination, path, node, $"{path} names the Windows account that runs and another one", "Write { windows: current } alone, or type, user and password.");
            return false;
        }

        if (value.Windows is null && (value.User is null || value.Password is null))
        {
            var missing = value.User is null ? "user" : "password";
            reading.Report(PolicyCodes.Missing, path, node, $"{path} has no {missing}", "Write user and password: { secret: NAME }, or { windows: current }.");
            return false;
        }

        return true;
    }

    private static string Digits(string text) => text.Replace(":", "").Replace(" ", "").ToUpperInvariant();

    private static string? ThumbprintProblem(string text)
    {
        var digits = Digits(text);
        return !digits.All(Uri.IsHexDigit) ? "holds something other than hexadecimal digits"
            // SHA-1 no longer vouches for anything, so a pin by it would be a false comfort.
            : digits.Length == 64 ? null
            : FormattableString.Invariant($"has {digits.Length} digits");
    }
}

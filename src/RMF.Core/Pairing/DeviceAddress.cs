namespace RMF.Core.Pairing;

/// <summary>Where a device answers: host in lower case and port. XProtect keeps it as a URL, <c>http://10.0.0.5/</c>.</summary>
/// <param name="Host">Host name or IP address, lower case.</param>
/// <param name="Port">TCP port, 1 to 65535; the scheme's own where the URL names none.</param>
public readonly record struct DeviceAddress(string Host, int Port)
{
    private const int HttpPort = 80;
    private const int RtspPort = 554;

    /// <summary>Reads XProtect's URL form, or a bare host. Null when it is neither.</summary>
    public static DeviceAddress? Parse(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var text = address!.Trim();
        if (text.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            text = "http://" + text;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? new DeviceAddress(uri.Host.ToLowerInvariant(), uri.Port > 0 ? uri.Port : PortOf(uri.Scheme))
            : null;
    }

    /// <summary>For schemes whose port the framework does not know; it answers -1 for them.</summary>
    private static int PortOf(string scheme) => string.Equals(scheme, "rtsp", StringComparison.OrdinalIgnoreCase) ? RtspPort : HttpPort;

    /// <summary>The form that plan addresses use: the port is shown where it is not 80.</summary>
    public override string ToString() => Port == HttpPort ? Host : $"{Host}:{Port}";
}

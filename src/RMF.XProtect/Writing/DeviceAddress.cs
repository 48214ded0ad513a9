namespace RMF.XProtect.Writing;

/// <summary>Where a device is, as far as two spellings of it mean the same: host without case, port with the scheme's default filled in.</summary>
/// <param name="Host">Lower case.</param>
/// <param name="Port">1 to 65535.</param>
internal readonly record struct DeviceAddress(string Host, int Port)
{
    public static DeviceAddress? Of(Uri uri) => uri.IsAbsoluteUri && uri.Host.Length > 0 ? new(uri.Host.ToLowerInvariant(), uri.Port > 0 ? uri.Port : 80) : null;

    /// <param name="text">A URL, or a bare host with or without a port.</param>
    public static DeviceAddress? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var url = text!.IndexOf("://", StringComparison.Ordinal) < 0 ? "http://" + text : text;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Of(uri) : null;
    }
}

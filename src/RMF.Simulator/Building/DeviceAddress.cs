using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>A device's address in the spellings that requests use: a host, a host and port, or a URL.</summary>
internal static class DeviceAddress
{
    public static Uri? Parse(string text)
    {
        var url = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return text.Length > 0 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new Uri(uri, "/") : null;
    }

    public static Uri Of(SiteObject hardware) => new((string)hardware["address"]!);
}

using RMF.Engine.Ports;
using VideoOS.Platform;

namespace RMF.SmartClient.Mip;

/// <summary>
/// Reads what RMF keeps in the management server of the log-in through the client's own connection: an operator needs no right to the
/// configuration interface for it. It reads only. Thread-safe.
/// </summary>
/// <param name="site">The site's name, for people.</param>
internal sealed class MipOptions(string site) : IPolicyPublisher
{
    public Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken) => Task.Run(() => Read(option), cancellationToken);

    public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken)
        => Task.FromResult<SiteError?>(new SiteError(SiteErrorKind.NotSupported, site, "write an option", $"{site}: Smart Client does not write what RMF publishes.", "Publish with Publish-RmfPolicy."));

    private Outcome<string> Read(Guid option)
    {
        try
        {
            return Configuration.Instance.GetOptionsConfiguration(option, false)?.OuterXml ?? string.Empty;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The kit throws exceptions of many kinds where the server is away.
            return new SiteError(SiteErrorKind.Unreachable, site, "read an option", $"{site}: the options could not be read: {exception.Message}", "Check that Smart Client is connected.");
        }
    }
}

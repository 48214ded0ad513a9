using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Sites;

/// <summary>
/// What RMF keeps in a site, read by the client's own options first, and through the gateway where these give nothing: an option that the client has
/// not seen yet reads as empty there. Thread-safe.
/// </summary>
internal sealed class SiteOptions(IPolicyPublisher? own, Func<IPolicyPublisher?> gateway, Func<SiteError> whyNot) : IPolicyPublisher
{
    public async Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
    {
        Outcome<string>? first = null;
        if (own is not null)
        {
            var read = await own.ReadAsync(option, cancellationToken).ConfigureAwait(false);
            if (read.Error is null && read.Value is { Length: > 0 })
            {
                return read;
            }

            first = read;
        }

        return gateway() is { } other ? await other.ReadAsync(option, cancellationToken).ConfigureAwait(false) : first ?? whyNot();
    }

    public async Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken)
        => gateway() is { } other ? await other.WriteAsync(option, xml, cancellationToken).ConfigureAwait(false) : whyNot();
}

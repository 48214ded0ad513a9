using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Live;

namespace RMF.XProtect.Soap;

/// <summary>
/// Operations of recorders' SOAP service, each at the address that the site says. A recorder that is away holds up nobody else: each has
/// places of its own. Thread-safe.
/// </summary>
internal sealed class RecorderCommands(LiveServices services, Func<SiteConnection, int, SiteLink> linkOf) : IDisposable
{
    /// <summary>Operations under way at one recorder.</summary>
    public const int CallsPerRecorder = 4;

    /// <summary>Operations under way at all recorders of a site.</summary>
    public const int CallsAtOnce = 64;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly SoapExchange exchange = new(services, SoapService.Recorder);
    private readonly Lazy<SiteLink> link = new(() => linkOf(Hasten(services), CallsAtOnce));

    /// <param name="recorderId">The recorder.</param>
    /// <param name="request">What it is asked for.</param>
    /// <param name="cancellationToken">Ends the waiting; its cancellation is thrown.</param>
    public async Task<SoapReply> SendAsync(string recorderId, SoapRequest request, CancellationToken cancellationToken)
    {
        var place = places.GetOrAdd(recorderId, static _ => new SemaphoreSlim(CallsPerRecorder));
        await place.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var known = await services.Addresses.GetAsync(recorderId, isStale: false, cancellationToken).ConfigureAwait(false);
            if (!known.TryGet(out var address))
            {
                return SoapReply.Failed(known.Error!, mayHaveHappened: false);
            }

            var reply = await exchange.SendAsync(link.Value, address, request, cancellationToken).ConfigureAwait(false);
            if (reply.Error?.Kind != SiteErrorKind.Unreachable)
            {
                return reply;
            }

            // Nothing has arrived there; it may listen elsewhere by now.
            var now = await services.Addresses.GetAsync(recorderId, isStale: true, cancellationToken).ConfigureAwait(false);
            return now.TryGet(out var other) && other != address ? await exchange.SendAsync(link.Value, other, request, cancellationToken).ConfigureAwait(false) : reply;
        }
        finally
        {
            place.Release();
        }
    }

    public void Dispose()
    {
        if (link.IsValueCreated)
        {
            link.Value.Dispose();
        }
    }

    /// <summary>The site's connection with a recorder's time-outs, where they are shorter.</summary>
    private static SiteConnection Hasten(LiveServices services)
    {
        var own = services.Session.Connection;
        return own with
        {
            ConnectTimeout = Shorter(own.ConnectTimeout, services.Timing.ConnectTimeout),
            ReadTimeout = Shorter(own.ReadTimeout, services.Timing.CommandTimeout),
        };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

using RMF.XProtect.Live;

namespace RMF.XProtect.Soap;

/// <summary>Operations of the management server's SOAP service. Thread-safe.</summary>
internal sealed class ServerCommands(LiveServices services)
{
    private readonly SoapExchange exchange = new(services, SoapService.Server);

    public Task<SoapReply> SendAsync(SoapRequest request, CancellationToken cancellationToken)
        => exchange.SendAsync(services.Session.Gateway.Link, services.Session.Connection.Uri, request, cancellationToken);
}

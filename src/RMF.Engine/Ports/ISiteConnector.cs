namespace RMF.Engine.Ports;

/// <summary>Logs in to a site.</summary>
public interface ISiteConnector
{
    /// <summary>Finds the gateway and the identity provider, takes a token, and reads who answers. Bounded by the options' time-outs.</summary>
    Task<Outcome<ISite>> ConnectAsync(SiteConnection connection, CancellationToken cancellationToken);
}

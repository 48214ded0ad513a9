using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.SmartClient.Model.Hosting;

/// <summary>
/// What the plugin needs of the client that it runs in. The plugin implements it on the MIP SDK; tests implement it on simulated sites.
/// Members may be called from any thread unless they say otherwise, and return quickly.
/// </summary>
public interface IClientPlatform
{
    /// <summary>
    /// The clock. Its timers tick on the user interface's thread, so that a client that stands still is seen as that, and not as video that stopped.
    /// </summary>
    TimeProvider Time { get; }

    /// <summary>This machine's name, for overrides of the policy that are for some machines.</summary>
    string Machine { get; }

    /// <summary>The operator's account, for logs.</summary>
    string User { get; }

    /// <summary>Names of the operator's roles; empty where they are not known.</summary>
    IReadOnlyList<string> Roles { get; }

    /// <summary>A folder of this user's on this machine that the plugin may write to. It need not exist.</summary>
    string DataFolder { get; }

    /// <summary>The management servers that the client is logged in to, the one of the log-in first.</summary>
    IReadOnlyList<ClientLogin> Logins { get; }

    /// <summary>Runs something on the user interface's thread and returns at once.</summary>
    void Post(Action action);

    /// <summary>Gives a site that acts with the operator's own log-in: nobody is asked again.</summary>
    /// <param name="login">One of <see cref="Logins"/>.</param>
    /// <param name="name">The name that the site goes by.</param>
    /// <param name="tls">What the policy says of the site's certificate; null while there is no policy: it is checked.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken);

    /// <summary>
    /// The options that the client reads of a server by its own means, without the gateway; null where it has none for this server.
    /// They are read and not written.
    /// </summary>
    IPolicyPublisher? OptionsOf(ClientLogin login);

    /// <summary>What a server has recorded, by the client's own means; null where the site is to be asked.</summary>
    IRecordings? RecordingsOf(ClientLogin login);

    /// <summary>The camera's name as the client shows it; null where it has no such camera.</summary>
    /// <param name="cameraId">A GUID in lower case.</param>
    string? NameOf(string cameraId);

    /// <summary>Whether the operator may do something on a camera; null where the client cannot tell, and only the attempt does.</summary>
    bool? May(ClientRight right, string cameraId);
}

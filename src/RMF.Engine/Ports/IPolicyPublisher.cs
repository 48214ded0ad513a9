namespace RMF.Engine.Ports;

/// <summary>
/// Texts that RMF keeps in a site, for every client to read: the policy and the override records. A text is one XML element and holds no
/// secret. There is no compare-and-swap: a writer reads back what it wrote. Thread-safe.
/// </summary>
public interface IPolicyPublisher
{
    /// <summary>The text of an option; empty when it was never written.</summary>
    Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken);

    /// <summary>Writes the text of an option for all users. Null when it was confirmed; after an error it may have been written all the same.</summary>
    Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken);
}

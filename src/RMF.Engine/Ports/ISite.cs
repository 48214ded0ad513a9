namespace RMF.Engine.Ports;

/// <summary>A logged-in site. Disposing it logs out and closes its connections.</summary>
public interface ISite : IDisposable
{
    SiteInfo Info { get; }

    /// <summary>How far its clock is ahead of this host's, as its last answer told; negative = behind; zero = by less than two seconds, or not known.</summary>
    TimeSpan ClockAhead { get; }

    ISiteReader Reader { get; }

    ISiteWriter Writer { get; }

    ISiteCapabilities Capabilities { get; }

    /// <summary>Live pictures. Dispose the streams before the site.</summary>
    IFrameSource Frames { get; }

    /// <summary>States of devices as they change. Dispose the watches before the site.</summary>
    IStateSource States { get; }

    /// <summary>What the site has recorded. Dispose what was opened before the site.</summary>
    IRecordings Recordings { get; }

    /// <summary>What operators do there.</summary>
    IOperatorActions Operator { get; }

    /// <summary>What RMF keeps in the site for other programs.</summary>
    IPolicyPublisher Publisher { get; }

    /// <summary>The sites below it in a federation, whatever their depth; empty where there are none or the release knows none.</summary>
    Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken);
}

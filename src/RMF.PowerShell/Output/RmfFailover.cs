using RMF.Core.Live;

namespace RMF.PowerShell;

/// <summary>An operator's order to the tiles of a camera, of a recording server or of all.</summary>
public sealed class RmfFailover
{
    /// <summary>Camera, Recorder or Side.</summary>
    public string Scope { get; internal set; } = "";

    /// <summary>The camera's or recording server's name; the side for Side.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The id of the camera or recording server; empty for Side.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Failover: tiles show the side that <see cref="Shows"/> names. Suspended: they stay where they are.</summary>
    public string Action { get; internal set; } = "";

    /// <summary>The side that is shown; empty for Suspended.</summary>
    public string Shows { get; internal set; } = "";

    /// <summary>Active, Expired or Lifted.</summary>
    public string Status { get; internal set; } = "";

    /// <summary>When it ends by itself; null = when it is lifted.</summary>
    public DateTime? Until { get; internal set; }

    /// <summary>Why.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>Who ordered it.</summary>
    public string User { get; internal set; } = "";

    /// <summary>When it was ordered.</summary>
    public DateTime Since { get; internal set; }

    /// <summary>Counts up over all sites.</summary>
    public long Serial { get; internal set; }

    /// <summary>Sites that hold it.</summary>
    public string[] Site { get; internal set; } = [];

    /// <summary>Sites that should hold it and do not; each cmdlet that writes overrides brings it to them.</summary>
    public string[] MissingSite { get; internal set; } = [];

    internal OverrideRecord? Record { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Scope} {Name}: {Action}";
}

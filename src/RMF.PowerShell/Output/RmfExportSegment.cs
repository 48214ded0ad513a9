namespace RMF.PowerShell;

/// <summary>A piece of an export and the side that gives it.</summary>
public sealed class RmfExportSegment
{
    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>The recording server's name.</summary>
    public string Recorder { get; internal init; } = "";

    /// <summary>Its begin.</summary>
    public DateTime From { get; internal init; }

    /// <summary>Its end; pictures of that time belong to the next one.</summary>
    public DateTime To { get; internal init; }

    /// <summary>Pictures; 0 in a plan.</summary>
    public int Frames { get; internal init; }

    /// <summary>It was taken in place of the other side's, whose pictures could not be fetched.</summary>
    public bool StandsIn { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {1:yyyy-MM-dd HH:mm:ss.fff} to {2:HH:mm:ss.fff}", Side, From, To);
}

namespace RMF.PowerShell;

/// <summary>One check of a site.</summary>
public sealed class RmfSiteCheck
{
    /// <summary>The site's name; several for a check between them.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>LogIn, Connection or Recorders; for all sites together Links.</summary>
    public string Check { get; internal init; } = "";

    /// <summary>True when it passed.</summary>
    public bool Passed { get; internal init; }

    /// <summary>What was found.</summary>
    public string Detail { get; internal init; } = "";

    /// <summary>What to do next; empty when it passed.</summary>
    public string Advice { get; internal init; } = "";
}

namespace RMF.PowerShell;

/// <summary>A site that is logged in.</summary>
public sealed class RmfSite
{
    /// <summary>Its name in the policy.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>The management server's own name.</summary>
    public string Server { get; internal init; } = "";

    /// <summary>The product version.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>The gateway in use.</summary>
    public Uri? Uri { get; internal init; }

    /// <summary>The account that logged in.</summary>
    public string Account { get; internal init; } = "";

    /// <summary>How a federated child was logged in: with the token of its parent, or with one of its own. Empty elsewhere.</summary>
    public string LogIn { get; internal init; } = "";

    /// <summary>Remarks that every run repeats.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Site;
}

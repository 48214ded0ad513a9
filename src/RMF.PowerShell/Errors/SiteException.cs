using RMF.Engine.Ports;

namespace RMF.PowerShell;

/// <summary>A failure at a site, with what a script may want to tell apart.</summary>
public sealed class SiteException : RmfException
{
    internal SiteException(SiteError error)
        : base(error.ToString())
    {
        Kind = error.Kind.ToString();
        Site = error.Site;
        Operation = error.Operation;
        HttpStatus = error.HttpStatus;
        VmoCode = error.VmoCode;
        IsTransient = error.IsTransient;
    }

    /// <summary>The class of failure, as in the error id after <c>Site</c>.</summary>
    public string Kind { get; }

    /// <summary>The site's name.</summary>
    public string Site { get; }

    /// <summary>What was tried.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status, where there was one.</summary>
    public int? HttpStatus { get; }

    /// <summary>XProtect's error number without the prefix VMO, where there was one.</summary>
    public int? VmoCode { get; }

    /// <summary>True when the same call may succeed later without anybody's doing.</summary>
    public bool IsTransient { get; }
}

namespace RMF.Engine.Ports;

/// <summary>
/// One failure at a site. Never holds a secret: the adapter redacts before it makes one.
/// </summary>
/// <param name="Kind">The class of failure.</param>
/// <param name="Site">The site's name in the policy.</param>
/// <param name="Operation">What was tried, e.g. <c>GET cameras</c> or <c>task AddHardware on recordingServers/…</c>.</param>
/// <param name="Message">One sentence for people: what, where, with the server's own words.</param>
/// <param name="Advice">What to do next.</param>
public sealed record SiteError(SiteErrorKind Kind, string Site, string Operation, string Message, string Advice)
{
    /// <summary>The HTTP status, where there was one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>XProtect's own error number without the prefix, e.g. 60281 for VMO60281.</summary>
    public int? VmoCode { get; init; }

    /// <summary>The property that the server complained of, where it named one.</summary>
    public string? Property { get; init; }

    /// <summary>True when the same call may succeed later without anybody's doing.</summary>
    public bool IsTransient => Kind is SiteErrorKind.Timeout or SiteErrorKind.ConnectionLost or SiteErrorKind.ServerError or SiteErrorKind.Unreachable;

    public override string ToString() => VmoCode is { } code && !Message.Contains("VMO") ? $"{Message} (VMO{code})" : Message;
}

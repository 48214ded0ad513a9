namespace RMF.XProtect.Errors;

/// <summary>What an error body says.</summary>
/// <param name="Text">The server's own words, joined; empty when it said nothing that can be shown.</param>
/// <param name="VmoCode">XProtect's number.</param>
/// <param name="Property">The property complained of.</param>
/// <param name="Code">The identity provider's <c>error_code</c>, e.g. <c>LockedOut</c>.</param>
internal sealed record ErrorDetails(string Text, int? VmoCode, string? Property, string? Code)
{
    public static readonly ErrorDetails None = new(string.Empty, null, null, null);
}

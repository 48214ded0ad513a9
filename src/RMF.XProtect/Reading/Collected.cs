using RMF.Engine.Ports;

namespace RMF.XProtect.Reading;

/// <summary>What the pages of a collection gave.</summary>
/// <param name="Items">Everything that came, without repeats, in the server's order.</param>
/// <param name="Error">Why a page is missing; null when none is.</param>
/// <param name="Doubt">Why the pages may not be all although none failed; null when nothing is odd.</param>
internal sealed record Collected<T>(List<T> Items, SiteError? Error, string? Doubt)
{
    public bool IsWhole => Error is null && Doubt is null;

    public string? Reason => Error?.Message ?? Doubt;
}

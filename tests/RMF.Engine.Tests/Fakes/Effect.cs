using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Fakes;

/// <summary>What becomes of an update in a <see cref="MemorySite"/>: what the writer is told, and whether the item changes.</summary>
internal sealed record Effect(WriteStatus Status, bool Takes, SiteError? Error = null)
{
    public static readonly Effect Taken = new(WriteStatus.Confirmed, Takes: true);

    /// <summary>The server says yes and changes nothing.</summary>
    public static readonly Effect Ignored = new(WriteStatus.Confirmed, Takes: false);

    public static readonly Effect Refused = new(WriteStatus.Failed, Takes: false, MemorySite.Error(SiteErrorKind.BadRequest, "the server refused it"));

    /// <summary>The answer is lost after the effect.</summary>
    public static readonly Effect LostAfter = new(WriteStatus.Unknown, Takes: true, MemorySite.Error(SiteErrorKind.ConnectionLost, "the answer was lost"));

    /// <summary>The answer is lost before the effect.</summary>
    public static readonly Effect LostBefore = LostAfter with { Takes = false };

    /// <summary>The value that the server keeps in place of the one that was sent; null = that one.</summary>
    public PropertyValue? Instead { get; init; }
}

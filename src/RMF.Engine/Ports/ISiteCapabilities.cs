using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>What a server can do, found out once at log-in by asking it, not by its version alone.</summary>
public interface ISiteCapabilities
{
    /// <summary>The reason why a kind cannot be read or written on this server; null when it can.</summary>
    string? WhyNot(ItemKind kind);

    /// <summary>The reason why an item of a kind cannot be made below another one of its kind on this server; null when it can.</summary>
    string? WhyNotBelow(ItemKind kind);

    /// <summary>True when the item's task list names the task.</summary>
    Task<Outcome<bool>> HasTaskAsync(ItemKey item, string task, CancellationToken cancellationToken);
}

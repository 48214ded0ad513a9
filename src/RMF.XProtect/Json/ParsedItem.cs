using RMF.Core.Inventory;

namespace RMF.XProtect.Json;

/// <summary>An item and what an answer held below it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Children">Embedded items, their own embedded ones below them; null when none were embedded.</param>
/// <param name="Members">Ids of a group's members; null when the answer did not name them.</param>
/// <param name="Groups">Groups below a group; null when the answer did not name them.</param>
internal sealed record ParsedItem(Item Item, List<ParsedItem>? Children, List<string>? Members, List<ParsedItem>? Groups);

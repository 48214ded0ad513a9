using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Json;

/// <summary>Remembers which properties a server spells as a text reference, so that they are written the way it reads them. Thread-safe; bounded by the number of properties.</summary>
internal sealed class ReferenceForms
{
    private readonly ConcurrentDictionary<string, bool> bracketed = new(StringComparer.Ordinal);

    public void Note(string property, string text) => bracketed[property] = text[text.Length - 1] == ']';

    /// <summary>The text form of a reference; null when this property is an object.</summary>
    public string? TextOf(string property, ItemKey target)
    {
        if (!bracketed.TryGetValue(property, out var old) || BindingTable.Find(target.Kind) is not { } binding)
        {
            return null;
        }

        return old ? $"{binding.OldName}[{target.Id.ToUpperInvariant()}]" : $"{binding.Resource}/{target.Id}";
    }
}

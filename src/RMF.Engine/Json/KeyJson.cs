using System.Text.Json;
using RMF.Core.Inventory;

namespace RMF.Engine.Json;

/// <summary>Item keys as <c>site/Kind/id</c> text. Site names hold no slash: the policy reader refuses it.</summary>
internal static class KeyJson
{
    public static string Format(ItemKey key) => $"{key.Site}/{key.Kind}/{key.Id}";

    /// <exception cref="JsonException">The text is no key.</exception>
    public static ItemKey Parse(string? text)
    {
        var parts = (text ?? string.Empty).Split(['/'], 3);
        return parts.Length == 3 && TryKind(parts[1], out var kind)
            ? new ItemKey(parts[0], kind, parts[2])
            : throw new JsonException($"'{text}' is no item key of the form site/Kind/id.");
    }

    /// <summary>Kinds stand in files by name. A number or a list of names, which Enum.TryParse takes too, is none.</summary>
    public static bool TryKind(string text, out ItemKind kind)
    {
        kind = default;
        return text.Length > 0 && char.IsLetter(text[0]) && text.IndexOf(',') < 0 && Enum.TryParse(text, out kind);
    }

    public static ItemKey? ParseOptional(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.String ? Parse(element.GetString()) : null;
}

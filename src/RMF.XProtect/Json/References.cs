using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Json;

/// <summary>Understands references that are spelled as text: <c>storages/guid</c> and the older <c>Storage[guid]</c>.</summary>
internal static class References
{
    private const int GuidLength = 36;

    public static Reference? FromText(string text, string site)
    {
        if (text.Length < GuidLength + 2)
        {
            return null;
        }

        var bracketed = text[text.Length - 1] == ']';
        var separator = text.Length - GuidLength - (bracketed ? 2 : 1);
        if (separator <= 0 || text[separator] != (bracketed ? '[' : '/'))
        {
            return null;
        }

        var id = text.Substring(separator + 1, GuidLength);
        return BindingTable.KindOf(text.Substring(0, separator)) is { } kind && Ids.LooksLikeGuid(id)
            ? new Reference(new ItemKey(site, kind, Ids.Normalise(id)))
            : null;
    }
}

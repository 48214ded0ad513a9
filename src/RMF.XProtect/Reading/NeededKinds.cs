using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Reading;

/// <summary>Which kinds must be read so that the wanted ones can be: owners name the parts, tell the scope, and tell the model.</summary>
internal static class NeededKinds
{
    public static HashSet<ItemKind> Of(IEnumerable<ItemKind> wanted, bool isScoped)
    {
        var needed = new HashSet<ItemKind>();
        foreach (var kind in wanted)
        {
            Add(kind, isScoped, needed);
        }

        return needed;
    }

    /// <summary>How far below the top a kind hangs.</summary>
    public static int DepthOf(Binding binding)
        => binding.Owners.Count == 0 ? 0 : 1 + binding.Owners.Max(o => BindingTable.Find(o) is { } owner ? DepthOf(owner) : 0);

    private static void Add(ItemKind kind, bool isScoped, HashSet<ItemKind> needed)
    {
        if (BindingTable.Find(kind) is not { } binding || !needed.Add(kind))
        {
            return;
        }

        if (binding.DerivedFrom is { } source)
        {
            Add(source, isScoped, needed);
        }

        // A definition belongs to a model, and the model stands in the hardware.
        var ownersToo = isScoped || binding.HasDefinitions || binding.Way is ReadWay.Included or ReadWay.PerOwner or ReadWay.PerItem or ReadWay.Derived;
        if (!ownersToo)
        {
            return;
        }

        foreach (var owner in binding.Owners)
        {
            Add(owner, isScoped, needed);
            if (binding.HasDefinitions)
            {
                foreach (var above in BindingTable.Find(owner)?.Owners ?? [])
                {
                    Add(above, isScoped, needed);
                }
            }
        }
    }
}

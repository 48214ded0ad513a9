using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>A primary recording server and the secondary one that protects it.</summary>
/// <param name="Primary">The primary recording server.</param>
/// <param name="Secondary">The secondary recording server.</param>
/// <param name="Storages">Primary storage to secondary storage, as the policy links them.</param>
/// <param name="DefaultStorage">The secondary's default storage, for primary storages that no link names; null when it has none.</param>
public sealed record RecorderLink(ItemKey Primary, ItemKey Secondary, IReadOnlyDictionary<ItemKey, ItemKey> Storages, ItemKey? DefaultStorage)
{
    /// <summary>Where footage of a primary storage belongs on the secondary.</summary>
    public ItemKey? SecondaryStorageFor(ItemKey primaryStorage)
        => Storages.TryGetValue(primaryStorage, out var linked) ? linked : DefaultStorage;
}

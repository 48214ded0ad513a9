using System.Security.Cryptography;
using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Json;

namespace RMF.Engine.Runs.Reading;

/// <summary>A hash over what was read of a site, independent of the order in which it came.</summary>
internal static class SiteHash
{
    public static string Of(SiteSnapshot snapshot)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in snapshot.Items.OrderBy(i => i.Key.Kind).ThenBy(i => i.Key.Id, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{item.Key}\n{item.Properties}\n"));
        }

        return CanonicalJson.Hex(hash.GetHashAndReset());
    }
}

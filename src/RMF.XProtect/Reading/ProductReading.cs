using System.Text.Json;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>
/// Tells whether a site is of a product without evidence locks, by the name on its licence, e.g. "XProtect Expert 2025 R2". Only the products
/// listed here are known to have none; any other name, or none, says nothing.
/// </summary>
internal static class ProductReading
{
    private const string Resource = "licenseInformations";

    private static readonly string[] WithoutEvidenceLocks = ["XProtect Essential+", "XProtect Express+", "XProtect Professional+", "XProtect Expert"];

    public static async Task<bool> HasNoEvidenceLocksAsync(SiteSession session, CancellationToken cancellationToken)
    {
        var read = await ListReading.ReadAsync(session, Resource, static e => NameOf(e), cancellationToken).ConfigureAwait(false);
        return read.TryGet(out var names) && names.Count > 0 && names.TrueForAll(IsWithout);
    }

    private static string NameOf(JsonElement licence)
        => licence.ValueKind == JsonValueKind.Object && licence.TryGetProperty("displayName", out var name) ? name.TextOrNull() ?? string.Empty : string.Empty;

    private static bool IsWithout(string name)
        => WithoutEvidenceLocks.Any(p => string.Equals(name.Trim(), p, StringComparison.OrdinalIgnoreCase) || name.Trim().StartsWith(p + " ", StringComparison.OrdinalIgnoreCase));
}

using System.Globalization;
using System.Text.Json;
using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>
/// Reads the device licences of a site. The overview tells the activated ones and all, as the text "13 out of 5000"; the details tell those
/// that still need one: in grace, grace expired, not licensed. Numbers come as numbers or as texts. Used once.
/// </summary>
internal sealed class LicenseReading(SiteSession session)
{
    private const string Resource = "licenseInformations";
    private const string DeviceLicense = "Device License";

    private static readonly string[] NotActivated = ["inGrace", "graceExpired", "notLicensed"];

    public async Task<Outcome<DeviceLicenses?>> RunAsync(CancellationToken cancellationToken)
    {
        var licences = await ListReading.ReadAsync(session, Resource, static e => e.GetProperty("relations").GetProperty("self").GetProperty("id").GetString(), cancellationToken).ConfigureAwait(false);
        if (!licences.TryGet(out var found))
        {
            return licences.Error!.Kind == SiteErrorKind.NotFound ? Outcome<DeviceLicenses?>.Of(null) : licences.Error;
        }

        if (found.FirstOrDefault() is not { } id)
        {
            return Outcome<DeviceLicenses?>.Of(null);
        }

        var below = $"{Resource}/{Uri.EscapeDataString(id)}/";
        var overview = await ListReading.ReadAsync(session, below + "licenseOverviewAll", static e => IsDevices(e) ? Parse(TextOf(e, "activated")) : null, cancellationToken).ConfigureAwait(false);
        var waiting = await ListReading.ReadAsync(session, below + "licenseDetails", static e => IsDevices(e) ? (long?)NotActivated.Sum(name => Whole(e, name)) : null, cancellationToken).ConfigureAwait(false);
        return overview.Error is { } unknown
            ? unknown
            : waiting.Error is { } untold
            ? untold
            : overview.Value!.Aggregate((DeviceLicenses?)null, static (a, b) => b) is { } told
            ? Outcome<DeviceLicenses?>.Of(told with { Used = told.Used + waiting.Value!.Sum(static w => w ?? 0) })
            : Outcome<DeviceLicenses?>.Of(null);
    }

    /// <summary>"13 out of 5000"; null where it is not two numbers, as for licences without a limit.</summary>
    private static DeviceLicenses? Parse(string? text)
    {
        var numbers = (text ?? string.Empty).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length >= 2
            && long.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var used)
            && long.TryParse(numbers[numbers.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? new DeviceLicenses(used, total)
            : null;
    }

    private static bool IsDevices(JsonElement element) => string.Equals(TextOf(element, "licenseType"), DeviceLicense, StringComparison.OrdinalIgnoreCase);

    private static long Whole(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && long.TryParse(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.TextOrNull(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? TextOf(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;
}

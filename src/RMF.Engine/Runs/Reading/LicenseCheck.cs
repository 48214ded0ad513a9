using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Engine.Events;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Reading;

/// <summary>Asks the sites that a plan adds hardware to for their device licences. A plan that adds none asks nobody.</summary>
internal sealed class LicenseCheck(SiteSet sites, IRunEvents events, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<string, DeviceLicenses>> ReadAsync(PlanDraft draft, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, DeviceLicenses>(StringComparer.Ordinal);
        foreach (var name in LicenseShortageGuard.Additions(draft).Select(c => c.Site).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal))
        {
            var read = await sites[name].Reader.ReadDeviceLicensesAsync(cancellationToken).ConfigureAwait(false);
            if (read.Value is { } licenses)
            {
                told[name] = licenses;
            }
            else
            {
                var why = read.Error is { } error ? error.Message : "The site tells no number of device licences.";
                events.Report(new RunEvent(time.GetUtcNow(), RunPhase.Plan, $"Whether {name} has licences for the devices that are added is not known: {why}") { IsWarning = true });
            }
        }

        return told;
    }
}

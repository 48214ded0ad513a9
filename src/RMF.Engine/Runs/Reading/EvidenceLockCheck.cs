using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;

namespace RMF.Engine.Runs.Reading;

/// <summary>
/// Asks the sites where a plan deletes, moves or replaces hardware for the evidence locks on its devices, each site once for all of them. A
/// plan that does none of this asks nobody.
/// </summary>
internal sealed class EvidenceLockCheck(SiteSet sites)
{
    public async Task<IReadOnlyDictionary<string, EvidenceLocks>> ReadAsync(PlanDraft draft, SyncContext context, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, EvidenceLocks>(StringComparer.Ordinal);
        foreach (var changes in RecorderWithEvidenceLockGuard.Endangering(draft).GroupBy(c => c.Site, StringComparer.Ordinal))
        {
            var devices = new HashSet<ItemKey>(changes.SelectMany(c => RecorderWithEvidenceLockGuard.DevicesOf(c, context.Input, context.Options)));
            told[changes.Key] = devices.Count == 0
                ? EvidenceLocks.None
                : await sites[changes.Key].Reader.ReadEvidenceLocksAsync(devices, cancellationToken).ConfigureAwait(false);
        }

        return told;
    }
}

using RMF.Core.Live;
using RMF.Engine.Ports;
using RMF.Policy.Publishing;

namespace RMF.Engine.Live;

/// <summary>The override records of a policy's sites. Stateless and thread-safe.</summary>
public static class OverrideStore
{
    /// <summary>Rounds of writing and reading back, when others write at the same time.</summary>
    private const int Rounds = 4;

    /// <summary>What each site holds, in the given order.</summary>
    public static async Task<IReadOnlyList<OverrideSighting>> ReadAsync(IEnumerable<ISite> sites, CancellationToken cancellationToken)
        => await Task.WhenAll(sites.Select(s => ReadAsync(s, cancellationToken))).ConfigureAwait(false);

    /// <summary>What one site holds. A text that is no list of records is an error: it is never overwritten.</summary>
    public static async Task<OverrideSighting> ReadAsync(ISite site, CancellationToken cancellationToken)
    {
        var name = site.Info.Name;
        var read = await site.Publisher.ReadAsync(PublishedOptions.Overrides, cancellationToken).ConfigureAwait(false);
        if (read.Error is { } error)
        {
            return new(name, null, error);
        }

        return OverrideText.Read(read.Value ?? "") is { } records
            ? new(name, records, null)
            : new(name, null, new SiteError(SiteErrorKind.UnexpectedAnswer, name, "read overrides", $"{name}: the overrides there are not in a form that this release knows.", "Use the release that wrote them."));
    }

    /// <summary>
    /// Brings all sites that can be reached to the union of what they hold and of what is added; expired and settled records go. A site that
    /// holds it already is not written to. With nothing to add it is what repairs a side that was away.
    /// </summary>
    /// <param name="sites">The policy's sites.</param>
    /// <param name="add">Gets all records that are known and gives those to add.</param>
    /// <param name="now">Server time.</param>
    /// <param name="cancellationToken">Ends it; what was written stays.</param>
    public static async Task<OverrideWriting> WriteAsync(
        IReadOnlyCollection<ISite> sites, Func<IReadOnlyList<OverrideRecord>, IReadOnlyList<OverrideRecord>> add, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = await ReadAsync(sites, cancellationToken).ConfigureAwait(false);
        var added = add(OverrideMerge.Newest(seen.SelectMany(s => s.Records ?? [])));
        var refused = new Dictionary<string, SiteError>(StringComparer.Ordinal);
        var writes = 0;
        for (var round = 0; ; round++)
        {
            // What is added counts as seen on every site that answers: a lifted record stays until no site holds what it lifts.
            var wanted = Settled(seen, added, now);
            if (wanted.Count > OverrideText.MostRecords)
            {
                return new(added, seen, writes) { IsFull = true, Errors = refused };
            }

            var behind = sites.Zip(seen, (site, held) => (Site: site, Held: held))
                .Where(s => s.Held.Records is { } records && !refused.ContainsKey(s.Held.Site) && !OverrideMerge.Newest(records).SequenceEqual(wanted))
                .ToList();
            if (behind.Count == 0 || round == Rounds)
            {
                foreach (var late in behind)
                {
                    refused[late.Held.Site] = new SiteError(SiteErrorKind.UnexpectedAnswer, late.Held.Site, "write overrides", $"{late.Held.Site}: others wrote the overrides at the same time, {Rounds} times.", "Run it again.");
                }

                return new(added, seen, writes) { Errors = refused };
            }

            var text = OverrideText.Write(wanted);
            var errors = await Task.WhenAll(behind.Select(s => s.Site.Publisher.WriteAsync(PublishedOptions.Overrides, text, cancellationToken))).ConfigureAwait(false);
            writes += behind.Count;
            seen = await ReadAsync(sites, cancellationToken).ConfigureAwait(false);
            foreach (var (site, error) in behind.Zip(errors, (s, e) => (s.Held.Site, Error: e)))
            {
                if (error is not null && seen.First(s => s.Site == site).Records is { } records && !OverrideMerge.Newest(records).SequenceEqual(wanted))
                {
                    refused[site] = error;
                }
            }
        }
    }

    private static IReadOnlyList<OverrideRecord> Settled(IReadOnlyList<OverrideSighting> seen, IReadOnlyList<OverrideRecord> added, DateTimeOffset now)
        => OverrideMerge.Settled([.. seen.Select(s => s.Records), added], now);
}

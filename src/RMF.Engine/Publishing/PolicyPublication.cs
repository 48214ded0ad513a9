using RMF.Engine.Ports;
using RMF.Policy.Publishing;

namespace RMF.Engine.Publishing;

/// <summary>
/// Writes a policy to the sites and reads it back. The parts go first and the head last, and to the set of parts that readers do not use, so
/// that a reader finds the old policy or the new one, whole. What is there already is not written again. Stateless and thread-safe.
/// </summary>
public static class PolicyPublication
{
    /// <summary>Readings of one site, when it is written to meanwhile.</summary>
    private const int Attempts = 3;

    /// <summary>What each site holds, in the given order.</summary>
    public static async Task<IReadOnlyList<SitePublication>> ReadAsync(IEnumerable<ISite> sites, CancellationToken cancellationToken)
        => await Task.WhenAll(sites.Select(s => ReadAsync(s, cancellationToken))).ConfigureAwait(false);

    /// <summary>What one site holds.</summary>
    public static Task<SitePublication> ReadAsync(ISite site, CancellationToken cancellationToken) => ReadAsync(site, null, cancellationToken);

    /// <summary>What one site holds, by somebody who has read it before: where the head tells the same policy, its parts are not read again.</summary>
    /// <param name="site">The site.</param>
    /// <param name="known">What was read before, wherever; null = nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SitePublication> ReadAsync(ISite site, PublishedReading? known, CancellationToken cancellationToken)
    {
        SitePublication? found = null;
        for (var attempt = 0; attempt < Attempts && found is not { Reading.Policy: not null }; attempt++)
        {
            found = await OnceAsync(site, known, cancellationToken).ConfigureAwait(false);
            if (found.Error is not null || found.Head is null)
            {
                break;
            }
        }

        return found!;
    }

    /// <summary>
    /// Publishes to all sites that can be reached. Where the newest published policy says the same, its serial stays, and only sites that lack
    /// it are written to.
    /// </summary>
    /// <param name="sites">The policy's sites.</param>
    /// <param name="policy">What is to be published; its serial is chosen here, its time counts only when the serial is new.</param>
    /// <param name="known">Other places that know of serials, e.g. the local copy.</param>
    /// <param name="cancellationToken">Ends it; what was written stays.</param>
    public static async Task<(PublishedPolicy Policy, IReadOnlyList<PublishResult> Results)> PublishAsync(
        IReadOnlyCollection<ISite> sites, PublishedPolicy policy, IEnumerable<PublishedReading> known, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(sites, cancellationToken).ConfigureAwait(false);
        var others = known.ToList();
        var newest = PublishedChoice.Newest(read.Select(r => r.Reading).Concat(others))?.Policy;
        var highest = read.Select(r => r.Head?.Serial ?? 0).Concat(others.Select(o => o.Policy?.Serial ?? 0)).DefaultIfEmpty(0).Max();

        // A head that cannot be used may have any serial: only a policy that is above all of them is the newest for every reader.
        var wanted = newest is not null && newest.Serial == highest && newest.SaysTheSame(policy) ? newest : policy with { Serial = highest + 1 };
        var results = await Task.WhenAll(sites.Zip(read, (site, now) => PublishAsync(site, now, wanted, cancellationToken))).ConfigureAwait(false);
        return (wanted, results);
    }

    private static async Task<PublishResult> PublishAsync(ISite site, SitePublication now, PublishedPolicy wanted, CancellationToken cancellationToken)
    {
        if (now.Error is not null)
        {
            return new(now.Site, PublishStatus.Failed, wanted.Serial, now.Error);
        }

        if (now.Reading.Policy is { } there && there.Serial == wanted.Serial && there.SaysTheSame(wanted))
        {
            return new(now.Site, PublishStatus.Unchanged, wanted.Serial, null);
        }

        var slot = now.Head is { Slot: 0 } ? 1 : 0;
        var (head, parts) = PolicyEnvelope.Write(wanted, slot);
        for (var i = 0; i < parts.Count; i++)
        {
            if (await site.Publisher.WriteAsync(PublishedOptions.Part(slot, i), parts[i], cancellationToken).ConfigureAwait(false) is { } failed)
            {
                return new(now.Site, PublishStatus.Failed, wanted.Serial, failed);
            }
        }

        var error = await site.Publisher.WriteAsync(PublishedOptions.Head, head, cancellationToken).ConfigureAwait(false);

        // An answer that was lost says nothing; what the site holds now does.
        var after = await ReadAsync(site, cancellationToken).ConfigureAwait(false);
        return after.Reading.Policy is { } held && held.Serial == wanted.Serial && held.SaysTheSame(wanted)
            ? new(now.Site, PublishStatus.Written, wanted.Serial, null)
            : new(now.Site, PublishStatus.Failed, wanted.Serial, error ?? after.Error ?? NotTaken(now.Site, after));
    }

    private static async Task<SitePublication> OnceAsync(ISite site, PublishedReading? known, CancellationToken cancellationToken)
    {
        var name = site.Info.Name;
        var read = await site.Publisher.ReadAsync(PublishedOptions.Head, cancellationToken).ConfigureAwait(false);
        if (read.Error is { } error)
        {
            return Unreachable(name, error);
        }

        if (string.IsNullOrEmpty(read.Value))
        {
            return new(name, new(name, null, null), null, null);
        }

        if (PolicyEnvelope.ReadHead(read.Value!) is not { } head)
        {
            return new(name, new(name, null, "what is published there is not a policy of this release"), null, null);
        }

        if (known?.Policy is { } same && same.Serial == head.Serial && same.Hash == head.Hash && same.Published == head.Published && same.By == head.By)
        {
            return new(name, known with { Source = name }, head, null);
        }

        var parts = new List<string>();
        for (var i = 0; i < head.Parts; i++)
        {
            var part = await site.Publisher.ReadAsync(PublishedOptions.Part(head.Slot, i), cancellationToken).ConfigureAwait(false);
            if (part.Error is { } failed)
            {
                return Unreachable(name, failed);
            }

            parts.Add(part.Value ?? "");
        }

        return new(name, PolicyEnvelope.Read(name, head, parts), head, null);
    }

    private static SitePublication Unreachable(string site, SiteError error) => new(site, new(site, null, error.Message) { IsUnreachable = true }, null, error);

    private static SiteError NotTaken(string site, SitePublication after) => new(
        SiteErrorKind.UnexpectedAnswer,
        site,
        "publish the policy",
        $"{site}: the policy was written and is not there. {after.Reading.Problem}".TrimEnd(),
        "Somebody else may have published at the same time. Publish again.");
}

using System.Xml.Linq;
using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;
using RMF.XProtect.Json;
using RMF.XProtect.Live;
using RMF.XProtect.Soap;

namespace RMF.XProtect.Reading;

/// <summary>
/// Reads the evidence locks on devices by <c>MarkedDataSearch</c> of the server command service (docs/decisions/0430). Whatever the site does
/// not say in full is unknown; what it had said until then is kept. Thread-safe.
/// </summary>
internal sealed class EvidenceLockReading(LiveServices services, ServerCommands commands)
{
    /// <summary>Locks that are asked for at once. A page with fewer is the last one.</summary>
    public const int PageSize = 100;

    /// <summary>So many pages are asked for at most.</summary>
    public const int MaximumPages = 100;

    /// <summary>So many devices are named in a search at most; for more of them all locks of the site are searched.</summary>
    public const int MostDevicesNamed = 500;

    private const string Operation = "MarkedDataSearch";

    // The site's clock is known to two seconds, and a search that reaches into its future could be refused.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    public async Task<EvidenceLocks> RunAsync(IReadOnlyCollection<ItemKey> devices, CancellationToken cancellationToken)
    {
        var wanted = devices.GroupBy(d => d.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var until = services.SiteNow - Margin;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = new List<EvidenceLock>();
        string? broken = null;
        for (var page = 0; page < MaximumPages; page++)
        {
            var reply = await commands.SendAsync(Search(wanted.Count <= MostDevicesNamed ? wanted.Keys : [], until, page), cancellationToken).ConfigureAwait(false);
            if (reply.Error is { } error)
            {
                return await JudgeAsync(error, known, cancellationToken).ConfigureAwait(false);
            }

            if (reply.Result?.Child(Operation + "Result") is not { } list || list.IsNil())
            {
                return new EvidenceLocks(known, "the site answered without a list of them");
            }

            var entries = list.Elements().ToList();
            var before = seen.Count;
            foreach (var entry in entries)
            {
                if (Take(entry, wanted, seen) is not { } told)
                {
                    broken = "the site told a lock without saying of which devices";
                }
                else if (told.Devices.Count > 0)
                {
                    known.Add(told);
                }
            }

            if (entries.Count < PageSize)
            {
                return new EvidenceLocks(known, broken);
            }

            if (seen.Count == before)
            {
                return new EvidenceLocks(known, "the site gave the same page of its list again");
            }
        }

        return new EvidenceLocks(known, FormattableString.Invariant($"the site has more than {MaximumPages * PageSize} of them"));
    }

    private static SoapRequest Search(IEnumerable<string> devices, DateTimeOffset until, int page) => new(
        Operation,
        true,
        SoapRequest.GuidArray("deviceIds", devices),
        SoapRequest.Argument("createdFromTime", DateTimeOffset.MinValue),
        SoapRequest.Argument("createdToTime", until),
        SoapRequest.Argument("markedDataFromTime", DateTimeOffset.MinValue),
        SoapRequest.Argument("markedDataToTime", DateTimeOffset.MinValue),
        SoapRequest.Argument("tagTimeFromTime", DateTimeOffset.MinValue),
        SoapRequest.Argument("tagTimeToTime", DateTimeOffset.MinValue),
        SoapRequest.Argument("retentionExpireFrom", DateTimeOffset.MinValue),
        SoapRequest.Argument("retentionExpireTo", DateTimeOffset.MinValue),
        SoapRequest.Argument("pageIndex", page),
        SoapRequest.Argument("pageSize", PageSize),
        SoapRequest.Argument("sortOrder", "CreateTime"),
        SoapRequest.Argument("sortAscending", "true"));

    /// <summary>The wanted devices that an entry locks, none where it locks others or nothing; null where it does not say.</summary>
    private static EvidenceLock? Take(XElement entry, Dictionary<string, ItemKey> wanted, HashSet<string> seen)
    {
        if (!Guid.TryParse(entry.Text("Id"), out var id) || entry.Child("DeviceIds") is not { } list || list.IsNil())
        {
            return null;
        }

        var devices = new List<ItemKey>();
        foreach (var device in list.Elements())
        {
            if (!Guid.TryParse(device.Value, out var deviceId))
            {
                return null;
            }

            if (wanted.TryGetValue(Ids.Normalise(deviceId.ToString("D")), out var key))
            {
                devices.Add(key);
            }
        }

        // What is marked and not retained is a note. A lock that comes twice, because another one was removed meanwhile, is one lock.
        var isNew = seen.Add(id.ToString("D"));
        var locks = isNew && !string.Equals(entry.Text("UseRetention"), "false", StringComparison.OrdinalIgnoreCase);
        return new EvidenceLock(id.ToString("D"), locks ? devices : []);
    }

    private async Task<EvidenceLocks> JudgeAsync(SiteError error, List<EvidenceLock> known, CancellationToken cancellationToken)
        => known.Count == 0 && await ProductReading.HasNoEvidenceLocksAsync(services.Session, cancellationToken).ConfigureAwait(false)
            ? EvidenceLocks.None
            : new EvidenceLocks(known, error.Message.TrimEnd('.', ' '));
}

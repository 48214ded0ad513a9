using System.Xml.Linq;
using RMF.Simulator.Evidence;
using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>
/// Searches evidence locks, a page at a time. Only Corporate has them; what another product answers is not known, and stands for an operation
/// that it does not support. A time of year 1 is none, and no devices are all.
/// </summary>
internal sealed class MarkedDataSearchOperation : IServerOperation
{
    private const int MostOnPage = 1000;

    private static readonly XNamespace Arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    private static readonly Dictionary<string, Func<EvidenceLock, IComparable>> Orders = new(StringComparer.Ordinal)
    {
        ["CreateTime"] = static l => l.Created,
        ["StartTime"] = static l => l.Time.Begin,
        ["TagTime"] = static l => l.Time.Begin,
        ["EndTime"] = static l => l.Time.End,
        ["Header"] = static l => l.Name,
    };

    public bool NeedsToken => true;

    public SimResponse Run(ServerCall call)
    {
        if (call.State.World.Product != WorldSite.Corporate)
        {
            return SoapMessage.Unknown(call.Operation);
        }

        if ((call.Whole("pageIndex"), call.Whole("pageSize")) is not (>= 0 and { } page, >= 1 and <= MostOnPage and { } size)
            || Orders.GetValueOrDefault(call.Text("sortOrder") ?? "") is not { } order)
        {
            return SoapCall.Refuse("An argument is missing or wrong.");
        }

        var found = call.State.Store.Read(() => call.State.EvidenceLocks.Where(l => Fits(call, l)).ToList());
        var sorted = call.Text("sortAscending") == "true" ? found.OrderBy(order) : found.OrderByDescending(order);
        return call.Result(sorted.ThenBy(l => l.Id).Skip((int)Math.Min(int.MaxValue, (long)page * size)).Take(size).Select(l => (object)Entry(call, l)).ToArray());
    }

    private static bool Fits(ServerCall call, EvidenceLock one)
    {
        // Entries of another namespace are not seen by the service, and a list without entries asks for all.
        var devices = call.Find("deviceIds")?.Elements(Arrays + "guid").Select(e => Guid.TryParse(e.Value, out var id) ? id : Guid.Empty).ToList() ?? [];
        return (devices.Count == 0 || one.Devices.Any(devices.Contains))
            && (call.Text("searchText") is not { Length: > 0 } text || one.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            && IsWithin(call, "createdFromTime", "createdToTime", one.Created, one.Created)
            && IsWithin(call, "markedDataFromTime", "markedDataToTime", one.Time.Begin, one.Time.End)
            && IsWithin(call, "tagTimeFromTime", "tagTimeToTime", one.Time.Begin, one.Time.Begin);
    }

    private static bool IsWithin(ServerCall call, string from, string to, DateTimeOffset begin, DateTimeOffset end)
        => (At(call, from) is not { } least || end >= least) && (At(call, to) is not { } most || begin <= most);

    private static DateTimeOffset? At(ServerCall call, string name) => call.Time(name) is { } time && time != DateTimeOffset.MinValue ? time : null;

    // In the order of the alphabet, as a data contract is written.
    private static XElement Entry(ServerCall call, EvidenceLock one) => call.Make(
        "MarkedData",
        call.Make("Created", SoapCall.Write(one.Created)),
        call.Make("Description", ""),
        call.Make("DeviceIds", one.Devices.Select(d => new XElement(Arrays + "guid", d))),
        call.Make("EndTime", SoapCall.Write(one.Time.End)),
        call.Make("Header", one.Name),
        call.Make("Id", one.Id),
        call.Make("LastModified", SoapCall.Write(one.Created)),
        call.Make("Reference", one.Name),
        call.Make("RetentionExpire", SoapCall.Write(DateTimeOffset.MaxValue)),
        call.Make("RetentionOption", call.Make("RetentionOptionType", "Indefinite"), call.Make("RetentionUnits", -1)),
        call.Make("RetentionSize", 0),
        call.Make("StartTime", SoapCall.Write(one.Time.Begin)),
        call.Make("TagTime", SoapCall.Write(one.Time.Begin)),
        call.Make("UseRetention", "true"),
        call.Make("User", call.State.World.BasicUser));
}

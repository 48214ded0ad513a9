using System.Globalization;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Faults;

/// <summary>
/// What goes wrong in one run, from a seed. One fault strikes at a request of the run that moves from run to run, so that in time each point of
/// each kind of run is struck; the others fall where chance wants them.
/// </summary>
internal sealed class FaultDice(Random chance)
{
    /// <summary>Small runs ask a site about so many times.</summary>
    private const int MostRequests = 160;

    private const string Get = "GET";
    private const string Post = "POST";
    private const string Tasks = "*task=*";

    private static readonly FaultKind[] OnAny = [FaultKind.ErrorStatus, FaultKind.ExpireTokens, FaultKind.ResetBeforeEffect, FaultKind.ResetAfterEffect, FaultKind.HalfAnswer, FaultKind.HtmlPage];

    private static readonly FaultKind[] OnLists = [FaultKind.PartialPage, FaultKind.EmptyList];

    private static readonly int[] Statuses = [500, 502, 503, 504];

    private static readonly (string? Method, string? Path)[] Lists =
        [(Get, null), (Get, "/hardware*"), (Get, "/cameras*"), (Get, "/recordingServers*"), (Get, "/cameraGroups*"), (Get, "/storages*"), (Get, "/microphones*"), (Get, "*ptzPresets*"), (Get, "*roles*"), (Get, "*viewGroups*")];

    private static readonly (string? Method, string? Path)[] Requests =
    [
        (null, null), (Get, null), ("PATCH", null), (Post, null), (Post, Tasks), ("DELETE", null), ("PUT", null), (Get, "/tasks/*"), (Post, "*TaskCleanup*"),
        (Post, "*AddHardware*"), (Post, "*MoveHardware*"), (Post, "*ReplaceHardware*"), (Get, "/settings*"), (Get, "/streams*"), (Get, "/hardware*"), (null, "/cameraGroups*"), (Post, "/api/idp/*"), (Post, "*ReadPassword*"),
    ];

    /// <summary>Sets the faults of a run on both sites. The text says which, for messages.</summary>
    /// <param name="isFirstSight">Nothing is remembered: then a list that is cut each time it is asked for is a truth that nobody can doubt.</param>
    public string Set(SimulatedSite source, SimulatedSite target, int run, IReadOnlyList<string> addresses, bool isFirstSight)
    {
        var faults = new List<(SimulatedSite Site, Fault Fault)> { (chance.Next(3) == 0 ? source : target, Swept(run)) };
        for (var i = chance.Next(3); i > 0; i--)
        {
            faults.Add((chance.Next(3) == 0 ? source : target, Any()));
        }

        if (isFirstSight)
        {
            var lies = faults.Where(f => OnLists.Contains(f.Fault.Kind)).ToList();
            faults = [.. faults.Except(lies), .. lies.Take(1).Select(l => (l.Site, l.Fault with { Count = 1 }))];
        }

        if (chance.Next(6) == 0)
        {
            var site = chance.Next(3) == 0 ? source : target;
            faults.Add((site, Fault.RecorderOffline(site.Recorders[chance.Next(site.Recorders.Count)].Name)));
        }

        if (chance.Next(6) == 0 && addresses.Count > 0)
        {
            faults.Add((target, Fault.CameraUnreachable(addresses[chance.Next(addresses.Count)])));
        }

        foreach (var (site, fault) in faults)
        {
            site.Faults.Add(fault);
        }

        return string.Join(", ", faults.Select(f => Describe(f.Site, f.Fault)));
    }

    /// <summary>Some last longer than a read is sent again.</summary>
    private int Count() => new[] { 1, 1, 1, 2, 7, 1000 }[chance.Next(6)];

    private Fault Swept(int run)
    {
        var kinds = OnAny.Concat(OnLists).ToList();
        var kind = kinds[run % kinds.Count];
        var skip = run / kinds.Count % MostRequests;
        return OnLists.Contains(kind) ? Fault.On(kind, Get, null, skip, Count()) : Error(Fault.On(kind, null, null, skip, Count()));
    }

    private Fault Any()
    {
        if (chance.Next(4) == 0)
        {
            var (method, path) = Lists[chance.Next(Lists.Length)];
            return Fault.On(OnLists[chance.Next(OnLists.Length)], method, path, chance.Next(3), Count());
        }

        var on = Requests[chance.Next(Requests.Length)];
        return Error(Fault.On(OnAny[chance.Next(OnAny.Length)], on.Method, on.Path, chance.Next(on.Path is null ? 12 : 3), Count()));
    }

    private Fault Error(Fault fault)
        => fault.Kind == FaultKind.ErrorStatus ? fault with { Status = Statuses[chance.Next(Statuses.Length)], Html = chance.Next(2) == 0 } : fault;

    private static string Describe(SimulatedSite site, Fault fault)
        => string.Create(CultureInfo.InvariantCulture, $"{site.Name} {fault.Kind}{(fault.Kind == FaultKind.ErrorStatus ? " " + fault.Status : "")} {fault.Method} {fault.Path}{fault.Target} after {fault.Skip} x{fault.Count}");
}

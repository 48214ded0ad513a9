using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lifecycle;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Faults;

/// <summary>What must hold after every run, whatever went wrong, seen from inside the sites and without the product's help.</summary>
internal sealed class FaultTruth
{
    private static readonly string[] SourceRoutes = ["POST /hardware/{id}?task=ReadPasswordHardware", "POST /tasks/{id}?task=TaskCleanup"];

    private readonly LifecycleLab lab;
    private readonly IReadOnlyList<string> forbidden;

    /// <summary>Hardware of the target by id: the source's hardware that it stands for.</summary>
    private readonly Dictionary<Guid, Guid> twins = [];
    private readonly List<string> problems = [];

    public FaultTruth(LifecycleLab lab)
    {
        this.lab = lab;
        forbidden = FaultWorld.Forbidden(lab.Target, lab.Source);
        NoteTwins();
    }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Hardware of the target that stands for hardware of the source and is managed.</summary>
    public IEnumerable<Guid> Twins => lab.Target.Data.List("hardware").Select(h => h.Id).Where(h => twins.ContainsKey(h) && !forbidden.Contains(h.ToString(), StringComparer.Ordinal));

    public void Add(string problem) => problems.Add(problem);

    /// <summary>Before a run.</summary>
    public void Begin() => lab.Duo.ClearRequests();

    /// <summary>No plan may delete on the word of a reading that is not whole, and without a guard against it.</summary>
    public void CheckPlan(PreparedRun run)
    {
        var source = lab.Source.Name;
        if (run.Plan.Changes.Any(c => c.Action == ChangeAction.Delete) && run.Snapshots[source].PartOf(ItemKind.Hardware) is { State: not PartState.Whole } && run.Plan.Guards.All(g => g.Guard != "IncompleteSnapshot"))
        {
            problems.Add("a delete is planned from a reading that is not whole");
        }
    }

    /// <summary>After a run: all but convergence.</summary>
    /// <returns>How many writes the target got.</returns>
    public int Look(FileJournal journal)
    {
        problems.AddRange(journal.Read(int.MaxValue).Value!.SelectMany(r => r.Faults).Select(f => "journal: " + f));
        foreach (var write in lab.Source.Requests.Writes().Where(w => !SourceRoutes.Contains(w.Route, StringComparer.Ordinal) && !OnlyReads(w)))
        {
            problems.Add($"the source was written to: {write.Method} {write.Target}");
        }

        var writes = lab.Target.Requests.Writes().Where(w => !OnlyReads(w)).ToList();
        foreach (var write in writes)
        {
            Look(write);
        }

        Twice(lab.Target.Data.List("hardware").Select(h => Pairs.Text(lab.Target, "hardware", h.Id, "address")), "hardware");
        Twice(lab.Target.Data.List("cameraGroups").Select(g => $"{g.ParentId} {g.Name}"), "group");
        Twice(lab.Target.Data.List("ptzPresets").Select(g => $"{g.ParentId} {g.Name}"), "preset");
        Twice(lab.Target.Data.List("patrollingProfiles").Select(g => $"{g.ParentId} {g.Name}"), "patrolling profile");
        Twice(lab.Target.Data.List("roles").Select(g => g.Name), "role");
        Twice(lab.Target.Data.List("viewGroups").Select(g => $"{g.ParentId} {g.Name}"), "view group");
        Twice(lab.Target.Data.List("views").Select(g => $"{g.ParentId} {g.Name}"), "view");
        NoteTwins();
        return writes.Count;
    }

    /// <summary>The managed part of the target equals the source's.</summary>
    public void AssertConverged()
    {
        var (ours, theirs) = (Devices(lab.Source), Devices(lab.Target));
        problems.AddRange(ours.Except(theirs, StringComparer.Ordinal).Select(d => "missing: " + d).Concat(theirs.Except(ours, StringComparer.Ordinal).Select(d => "left over: " + d)));
        var pairs = Pairs.Of(lab.Duo.Primary, lab.Duo.Secondary).Where(p => !FaultWorld.IsKept(p.Name)).ToList();
        problems.AddRange(pairs.SelectMany(p => Pairs.Differences(lab.Duo.Primary, lab.Duo.Secondary, p, hasPattern: false, selectionIsOn: true)));

        // The server does not list members that are disabled.
        problems.AddRange(Members(lab.Source).Except(Members(lab.Target), StringComparer.Ordinal).Select(m => "not in the group: " + m));
    }

    /// <summary>A log-in, or the tasks that tell permissions when they are given none.</summary>
    private static bool OnlyReads(RecordedRequest request)
        => request.Target.Contains("/connect/token", StringComparison.OrdinalIgnoreCase)
            || (request.Route.EndsWith("SecurityPermissions", StringComparison.Ordinal) && JsonDocument.Parse(request.Body!).RootElement.EnumerateObject().All(m => m.Name is "userPath" or "securityNamespace"));

    private void Look(RecordedRequest write)
    {
        if (forbidden.FirstOrDefault(f => write.Target.Contains(f, StringComparison.OrdinalIgnoreCase) || write.Body?.Contains(f, StringComparison.OrdinalIgnoreCase) == true) is { } named)
        {
            problems.Add($"{write.Method} {write.Target} names {named}, which is not managed");
        }

        if (write.Method == "DELETE" && write.Route.StartsWith("DELETE /hardware/", StringComparison.Ordinal))
        {
            var id = Guid.Parse(write.Target.Split('?')[0].Split('/')[^1]);
            if (!twins.TryGetValue(id, out var source) || lab.Source.Data.Find("hardware", source.ToString()) is not null)
            {
                problems.Add($"{write.Target}: deleted, and the source did not delete it");
            }
        }
        else if (write.Method == "DELETE" && write.Route is "DELETE /cameraGroups/{id}" or "DELETE /roles/{id}" or "DELETE /recordingServers/{id}" or "DELETE /storages/{id}")
        {
            problems.Add($"{write.Method} {write.Target}");
        }
    }

    private void Twice(IEnumerable<string> names, string what)
        => problems.AddRange(names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{what} {g.Key} stands {g.Count()} times"));

    private void NoteTwins()
    {
        var sources = lab.Source.Data.List("hardware").GroupBy(h => Pairs.Text(lab.Source, "hardware", h.Id, "address"), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        foreach (var hardware in lab.Target.Data.List("hardware"))
        {
            if (sources.TryGetValue(Pairs.Text(lab.Target, "hardware", hardware.Id, "address"), out var source))
            {
                twins[hardware.Id] = source;
            }
        }
    }

    private List<string> Devices(SimulatedSite site)
    {
        var foreign = site.Data.List("hardware").Where(h => h.Name.StartsWith("Theirs", StringComparison.Ordinal)).Select(h => Pairs.Text(site, "hardware", h.Id, "address"))
            .Concat(lab.Source.Data.List("cameras").Concat(lab.Target.Data.List("cameras")).Where(c => FaultWorld.IsKept(c.Name)).Select(c => AddressOf(c.ParentId!.Value)))
            .ToList();
        return [.. lab.Devices(site).Where(d => !foreign.Contains(d.Split(' ')[0], StringComparer.Ordinal))];
    }

    private string AddressOf(Guid hardware)
        => Pairs.Text(lab.Source.Data.Find("hardware", hardware.ToString()) is null ? lab.Target : lab.Source, "hardware", hardware, "address");

    /// <summary>Cameras of the group that is kept equal, by device and channel.</summary>
    private static List<string> Members(SimulatedSite site)
        => site.Data.Find("cameraGroups", "Field") is null
            ? []
            : [.. site.Data.Members("cameraGroups", "Field", "cameras").Where(c => true.Equals(site.Data.Get("cameras", c.Id.ToString(), "enabled")) && !FaultWorld.IsKept(c.Name) && !c.Name.StartsWith("Theirs", StringComparison.Ordinal)).Select(c => $"{Pairs.Text(site, "hardware", c.ParentId!.Value, "address")} {Pairs.Text(site, "cameras", c.Id, "channel")}")];
}

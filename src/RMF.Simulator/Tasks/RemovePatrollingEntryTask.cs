using System.Globalization;
using RMF.Simulator.Http;
using RMF.Simulator.Store;
using RMF.Simulator.Updates;

namespace RMF.Simulator.Tasks;

/// <summary>Takes a stop out of a patrolling profile, named by its place: <c>PatrollingEntry[0]</c>.</summary>
internal sealed class RemovePatrollingEntryTask : ITaskHandler
{
    private const string Selection = "itemSelection";
    private const string Prefix = "PatrollingEntry[";

    public SimResponse Run(TaskCall call)
    {
        var entries = (List<Block>)call.Target[PatrollingUpdate.List]!;
        var wanted = call.Arguments.Text(Selection);
        if (!wanted.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(wanted.AsSpan(Prefix.Length).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at >= entries.Count)
        {
            return call.Refuse("Bad Request - unknown patrolling entry", Selection);
        }

        entries.RemoveAt(at);
        return call.Success();
    }
}

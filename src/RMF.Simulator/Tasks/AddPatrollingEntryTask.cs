using System.Globalization;
using RMF.Simulator.Http;
using RMF.Simulator.Store;
using RMF.Simulator.Updates;

namespace RMF.Simulator.Tasks;

/// <summary>Adds a stop to a patrolling profile.</summary>
internal sealed class AddPatrollingEntryTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var preset = call.Arguments.Text(PatrollingUpdate.Preset);
        if (!PatrollingUpdate.IsPreset(call.Target.Parent!, preset))
        {
            return call.Refuse("Bad Request - unknown preset", PatrollingUpdate.Preset);
        }

        if (!double.TryParse(call.Arguments.Text("waitTime"), NumberStyles.Float, CultureInfo.InvariantCulture, out var wait) || wait < 0)
        {
            return call.Refuse("Bad Request - a time in seconds is expected", "waitTime");
        }

        ((List<Block>)call.Target[PatrollingUpdate.List]!).Add(new Block(PatrollingUpdate.Shape)
            .Set("order", Boxes.Of(call.Arguments.Whole("order", 0)))
            .Set(PatrollingUpdate.Preset, preset)
            .Set("waitTime", Boxes.Of(wait)));
        return call.Success();
    }
}

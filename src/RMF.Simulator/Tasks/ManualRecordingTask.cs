using RMF.Simulator.Http;

namespace RMF.Simulator.Tasks;

/// <summary>Starts or stops a manual recording.</summary>
internal sealed class ManualRecordingTask(bool on) : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        if (call.Context.Outages.Refusal(call.Target.Resource, call.Target) is { } away)
        {
            return away;
        }

        var recordings = call.Context.State.ManualRecordings;
        if (on)
        {
            recordings.Start(call.Target);
        }
        else
        {
            recordings.Stop(call.Target);
        }

        return call.Success();
    }
}

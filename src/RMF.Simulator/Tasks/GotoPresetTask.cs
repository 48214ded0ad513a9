using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Tasks;

/// <summary>Moves a camera to a preset.</summary>
internal sealed class GotoPresetTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        call.Target.Parent!.Extra = new Reference(call.Target.Resource.Name, call.Target.Id);
        return call.Success();
    }
}
